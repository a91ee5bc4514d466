package org.gan4j.api.run;

import java.util.List;
import java.util.Map;
import org.gan4j.api.part.ExtensionPoint;

/** Turns an {@link Experiment} into a {@link Run}. The one place where a numeric library is used. */
public interface Backend {
    ExtensionPoint<Backend> POINT =
            ExtensionPoint.one("backend", Backend.class, "the numeric library that trains", "backend=tensorflow");

    /**
     * Builds everything the experiment needs, with initialised weights, ready for its first step.
     *
     * @throws org.gan4j.api.problem.InvalidInput if the device that was asked for cannot be used; names what is missing
     */
    Run open(Experiment experiment);

    /** The library's versions by name, for a run's provenance. */
    Map<String, String> versions();

    /** What of this backend works on this machine: natives, devices. Never throws. */
    List<Check> check();
}
