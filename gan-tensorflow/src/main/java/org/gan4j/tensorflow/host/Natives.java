package org.gan4j.tensorflow.host;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.run.Check;
import org.tensorflow.TensorFlow;

/** Checks what TensorFlow needs on this machine. */
public final class Natives {
    private static final String ONEDNN = "TF_ENABLE_ONEDNN_OPTS";

    private Natives() {}

    /** Loads the natives and queries them; never throws. */
    public static List<Check> check() {
        List<Check> checks = new ArrayList<>();
        try {
            checks.add(Check.fine("tensorflow", "version " + TensorFlow.version()));
            checks.add(Check.fine("tensorflow devices", String.join(", ", Devices.names())));
            checks.add(Check.fine("tensorflow gpu", gpu()));
            checks.add(Check.fine("tensorflow onednn", oneDnn()));
            checks.add(Check.fine("tensorflow bfloat16", bfloat16()));
        } catch (Exception | LinkageError e) {
            checks.add(Check.wrong("tensorflow", "does not load: " + e, remedy()));
        }
        return checks;
    }

    private static String gpu() {
        List<Integer> gpus = Devices.gpus();
        return gpus.isEmpty() ? "none: " + GpuLibraries.explain(0, gpus) : "usable: " + gpus;
    }

    private static String oneDnn() {
        String flag = System.getenv(ONEDNN);
        return flag == null ? "as TensorFlow chooses for this processor" : ONEDNN + "=" + flag;
    }

    private static String bfloat16() {
        String missing = Bfloat16.missing(Bfloat16.PROCESSOR);
        return missing.isEmpty() ? "this processor multiplies it by itself" : missing;
    }

    private static String remedy() {
        return "this build carries natives for the system it was built on; " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + " needs a build of its own (mvn package), and 1 GB free in "
                + System.getProperty("org.bytedeco.javacpp.cachedir", System.getProperty("user.home") + "/.javacpp");
    }
}
