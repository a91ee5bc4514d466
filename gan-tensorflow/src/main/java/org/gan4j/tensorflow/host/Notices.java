package org.gan4j.tensorflow.host;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The lines in which TensorFlow says that all is well. Some come on standard error whatever the environment asks for: two at the
 * first run of a graph, and one each time a GPU is opened.
 */
final class Notices {
    /** The environment variable that says how much TensorFlow prints; where it is not set, everything is printed. */
    private static final String LEVEL = "TF_CPP_MIN_LOG_LEVEL";

    private static final Pattern NOTICE = Pattern.compile("WARNING: All log messages before absl::.*|I\\d{4} .*");

    private Notices() {}

    /** Returns whether an environment asks TensorFlow for fewer lines. */
    static boolean areUnwanted(Map<String, String> environment) {
        return !environment.getOrDefault(LEVEL, "0").equals("0");
    }

    static boolean isNotice(String line) {
        return NOTICE.matcher(line).matches();
    }

    /** Does the work, and drops its notices if this process's environment asks for fewer lines. */
    static void without(Runnable work) {
        if (areUnwanted(System.getenv())) {
            NativeErrors.during(work, Notices::isNotice);
        } else {
            work.run();
        }
    }
}
