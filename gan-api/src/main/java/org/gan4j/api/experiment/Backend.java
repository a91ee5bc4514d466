package org.gan4j.api.experiment;

import java.util.List;
import java.util.Map;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.run.Check;
import org.gan4j.api.run.Run;

/** Turns an {@link Experiment} into a {@link Run}. Only backends use a numeric library. */
public interface Backend {
    ExtensionPoint<Backend> POINT =
            ExtensionPoint.one("backend", Backend.class, "the numeric library that trains", "backend=tensorflow");

    /**
     * Builds everything the experiment needs, with initialised weights, ready for its first step.
     *
     * @throws org.gan4j.api.problem.InvalidInput if the requested device cannot be used; the message names what is
     * missing
     */
    Run open(Experiment experiment);

    /**
     * Returns how many runs like this one are best made at a time on this machine. Runs beside each other give the same bits as
     * runs one by one.
     *
     * @return 1 or more; 1 if nothing is known
     */
    default int runsAtATime(Experiment experiment) {
        return 1;
    }

    /** Returns the library's versions by name, for a run's provenance. */
    Map<String, String> versions();

    /** Checks what this backend needs on this machine: natives, devices. Never throws. */
    List<Check> check();
}
