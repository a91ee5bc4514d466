package org.gan4j.experiments.run.alarm;

import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.run.Nets;
import org.gan4j.experiments.store.game.LogitHistogram;

/**
 * Examples of one evaluation, with what the discriminator says of them. Drawing them changes nothing in the nets.
 *
 * @param generated  [n × example]
 * @param real       [n × example]
 * @param fakeLogits of the generated examples
 * @param realLogits of the real ones
 */
public record EvaluationBatch(FloatTensor generated, FloatTensor real, float[] fakeLogits, float[] realLogits) {
    /** Generated examples, and as many real ones. */
    private static final int EXAMPLES = 256;

    private static final String STREAM = "alarm";

    public static EvaluationBatch of(Nets nets) {
        FloatTensor generated = nets.generate(nets.latent(EXAMPLES, STREAM));
        FloatTensor real = nets.real(EXAMPLES, STREAM);
        return new EvaluationBatch(generated, real, nets.score(generated), nets.score(real));
    }

    /** Returns the histogram of D's logits on real and on generated examples. */
    public LogitHistogram logits() {
        return LogitHistogram.of(fakeLogits, realLogits);
    }
}
