package org.gan4j.experiments.run.look;

/** Something that happens at each look at a run. It leaves the training as it is, to the bit. */
@FunctionalInterface
public interface LookObserver {
    /** Looks; what it finds it adds to the look's values, or writes down. */
    void look(Look look);
}
