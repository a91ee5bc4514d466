package org.gan4j.experiments.lab;

import java.util.OptionalDouble;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.library.metric.KnownDivergence;

/** Measures how far one arm's generator is from a known density, seldom enough to cost little. */
final class DivergenceWatch {
    /** As many as the metric {@code jsd} takes, from the same stream. */
    static final int EXAMPLES = 10_000;

    private static final String STREAM = "jsd";
    private static final long STEPS_BETWEEN = 100;

    private final KnownDivergence known;
    private long due;

    DivergenceWatch(KnownDivergence known) {
        this.known = known;
    }

    /** Makes the next look measure at whatever step it is. */
    void forget() {
        due = 0;
    }

    /** Returns twice the divergence, if enough steps have passed since it was measured last. */
    OptionalDouble look(Run run) {
        if (run.step() < due) {
            return OptionalDouble.empty();
        }
        due = run.step() + STEPS_BETWEEN;
        return OptionalDouble.of(2 * known.of(run.generate(run.latent(EXAMPLES, STREAM))));
    }
}
