package org.gan4j.api.run;

import java.util.List;

/** The capability of a run to say which operations a step consists of, and how long each takes. */
public interface OperationTimes {
    /**
     * One operation that a step has executed.
     *
     * @param kind        what it does, in the backend's words, such as {@code MatMul}
     * @param name        which one it is
     * @param nanoseconds how long it took on its thread; operations of several threads overlap
     */
    record OperationTime(String kind, String name, long nanoseconds) {}

    /**
     * Makes one step, with the same effect on the weights as {@link Training#advance}. It takes longer, because each operation is
     * timed.
     */
    List<OperationTime> timeStep();
}
