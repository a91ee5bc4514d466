package org.gan4j.tensorflow.host;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;

/**
 * Runs a graph of one constant before the first graph of the process, so that the {@link Notices} of TensorFlow's first run are
 * dropped. All other lines, and all that come later, are printed.
 */
final class FirstRun {
    /** TensorFlow's first run is the first of the process, so this is known once in a process. */
    private static final AtomicBoolean DONE = new AtomicBoolean();

    private FirstRun() {}

    /**
     * Runs the graph if this process has not yet done so and its environment asks TensorFlow for fewer lines.
     *
     * @param config of the session that comes first: it decides the threads of the process
     */
    static synchronized void before(ConfigProto config, Map<String, String> environment) {
        if (Notices.areUnwanted(environment) && DONE.compareAndSet(false, true)) {
            NativeErrors.during(() -> run(config), Notices::isNotice);
        }
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
