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
    private OptionalDouble last = OptionalDouble.empty();
    private long measured;

    DivergenceWatch(KnownDivergence known) {
        this.known = known;
    }

    /** Makes the next look measure at whatever step it is. */
    void forget() {
        last = OptionalDouble.empty();
    }

    /** Returns twice the divergence, if it was measured at this step or long enough ago to be measured again. */
    OptionalDouble look(Run run) {
        long passed = run.step() - measured;
        if (last.isPresent() && passed < STEPS_BETWEEN) {
            return passed == 0 ? last : OptionalDouble.empty();
        }
        measured = run.step();
        last = OptionalDouble.of(2 * known.of(run.generate(run.latent(EXAMPLES, STREAM))));
        return last;
    }
}
