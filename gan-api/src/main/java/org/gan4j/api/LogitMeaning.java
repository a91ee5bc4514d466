package org.gan4j.api;

/**
 * What the logits of a loss's best discriminator mean, and therefore which signals of training can be read.
 *
 * @param probability whether D(x) = sigmoid(a) is the probability that x is real; at the optimum it is p / (p + q)
 * @param boundary    the logit of an example that is as likely real as generated, which separates the examples that D
 *                    accepts from those it rejects; NaN if a logit alone has no meaning
 * @param differences whether only the differences of logits have a meaning, so that the same number added to all of them
 *                    changes nothing for D
 */
public record LogitMeaning(boolean probability, double boundary, boolean differences) {
    /** D(x) = sigmoid(a) is a probability, as in the paper. */
    public static final LogitMeaning PROBABILITY = new LogitMeaning(true, 0, false);

    /** Only the differences of logits have a meaning, as under the Wasserstein loss. */
    public static final LogitMeaning DIFFERENCE = new LogitMeaning(false, Double.NaN, true);

    /** Only the order of logits has a meaning: of two examples, the one with the larger logit is taken for more real. */
    public static final LogitMeaning ORDER = new LogitMeaning(false, Double.NaN, false);

    /** Checks that a probability has its boundary at D = 1/2. */
    public LogitMeaning {
        if (probability && boundary != 0) {
            throw new IllegalArgumentException("a probability of 1/2 has the logit 0, not " + boundary);
        }
    }

    /** Returns the meaning of logits that are no probabilities, and whose boundary between real and generated is known. */
    public static LogitMeaning boundaryAt(double logit) {
        return new LogitMeaning(false, logit, false);
    }

    /** Returns whether a logit by itself says that an example is accepted or rejected. */
    public boolean hasBoundary() {
        return !Double.isNaN(boundary);
    }
}
