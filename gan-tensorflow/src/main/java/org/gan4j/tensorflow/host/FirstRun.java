package org.gan4j.tensorflow.host;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;

/**
 * Runs a graph of one constant before the first graph of the process. At its first run TensorFlow prints two notices on standard
 * error, which no environment variable silences; they are dropped here. All other lines, and all that come later, are printed.
 */
final class FirstRun {
    /** The environment variable that says how much TensorFlow prints; where it is not set, everything is printed. */
    private static final String LEVEL = "TF_CPP_MIN_LOG_LEVEL";

    private static final Pattern NOTICE = Pattern.compile("WARNING: All log messages before absl::.*|I\\d{4} .*");

    /** TensorFlow's first run is the first of the process, so this is known once in a process. */
    private static final AtomicBoolean DONE = new AtomicBoolean();

    private FirstRun() {}

    /**
     * Runs the graph if this process has not yet done so and its environment asks TensorFlow for fewer lines.
     *
     * @param config of the session that comes first: it decides the threads of the process
     */
    static synchronized void before(ConfigProto config, Map<String, String> environment) {
        if (!environment.getOrDefault(LEVEL, "0").equals("0") && DONE.compareAndSet(false, true)) {
            NativeErrors.during(() -> run(config), FirstRun::isNotice);
        }
    }

    static boolean isNotice(String line) {
        return NOTICE.matcher(line).matches();
    }

    private static void run(ConfigProto config) {
        // A session without GPUs leaves their memory to the session that asks for them.
        ConfigProto withoutGpu = config.toBuilder().putDeviceCount("GPU", 0).build();
        try (Graph graph = new Graph();
                GraphSession session = GraphSession.withoutFirstRun(graph, withoutGpu)) {
            session.run(Ops.create(graph).constant(0f).op());
        }
    }
}
