package org.gan4j.api.part;

import java.util.List;

/** The parts of all plug-ins. Listing builds nothing; an object is built when it is asked for. */
public interface AvailableParts {
    /** Returns the contributions to a point, in the order of their names; empty for a point that nobody declares. */
    List<Contribution> contributions(String point);

    /**
     * Returns an object that Guice builds, or that a module bound.
     *
     * @throws org.gan4j.api.problem.InvalidInput if nothing provides it
     */
    <T> T instance(Class<T> type);
}
