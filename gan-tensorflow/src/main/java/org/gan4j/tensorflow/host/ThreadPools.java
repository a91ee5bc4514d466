package org.gan4j.tensorflow.host;

import java.util.Map;
import java.util.Set;

/**
 * The threads that share the work of one operation.
 *
 * <p>TensorFlow has one pool of them in a process, which the first session makes for all. With {@value #OWN_POOLS} in the
 * environment, before the natives load, each session has its own; {@code bin/gan} sees to it.
 */
public final class ThreadPools {
    static final String OWN_POOLS = "TF_OVERRIDE_GLOBAL_THREADPOOL";

    private ThreadPools() {}

    /**
     * Returns the number of threads for a session.
     *
     * @param small whether its operations are over before several threads have met
     */
    public static int threads(boolean small) {
        return threads(small, System.getenv());
    }

    /** A pool for all sessions has to suit the largest of them. */
    static int threads(boolean small, Map<String, String> environment) {
        boolean own = Set.of("1", "true").contains(environment.getOrDefault(OWN_POOLS, ""));
        return small && own ? 1 : processors();
    }

    static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
