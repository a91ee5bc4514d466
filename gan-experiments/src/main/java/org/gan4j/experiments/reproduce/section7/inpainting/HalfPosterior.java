package org.gan4j.experiments.reproduce.section7.inpainting;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.experiments.library.metric.ParzenWindow;

/**
 * p(hidden half | seen half) under the distribution of what a generator makes, by importance resampling: each of many draws x_j = G(z_j)
 * has the weight {@code exp(-‖seen - seen of x_j‖² / (2σ²))}, and hidden halves are drawn from the weighted draws. Nothing is trained,
 * and the same draws serve every mask. This is the Parzen window's model, {@code x = G(z) + N(0, σ²)}, or approximate Bayesian
 * computation with a Gaussian kernel; exact as σ → 0 with endlessly many draws. Immutable.
 */
final class HalfPosterior {
    /** The widths that are tried: from a quarter to four, three to each doubling. */
    private static final double[] SIGMAS = IntStream.rangeClosed(0, 12)
            .mapToDouble(i -> Math.pow(2, i / 3.0 - 2))
            .toArray();
    /** Draws of less weight are left out of means: all of them together weigh less than a float can hold. */
    private static final double NEGLIGIBLE = 1e-12;

    private final FloatTensor draws;
    private final int[] hidden;
    private final int[] seen;
    private final float[] hiddenValues;
    private final ParzenWindow window;
    private final double sigma;
    private final boolean edge;

    private HalfPosterior(HalfPosterior of, double sigma, boolean edge) {
        draws = of.draws;
        hidden = of.hidden;
        seen = of.seen;
        hiddenValues = of.hiddenValues;
        window = of.window;
        this.sigma = sigma;
        this.edge = edge;
    }

    /**
     * Makes one with a given width of the kernel.
     *
     * @param draws [n × image]
     */
    HalfPosterior(FloatTensor draws, HiddenHalf half, double sigma) {
        this.draws = draws;
        this.sigma = sigma;
        hidden = half.hidden(draws.shape().example());
        seen = half.seen(draws.shape().example());
        hiddenValues = HiddenHalf.values(draws, hidden);
        window = new ParzenWindow(HiddenHalf.values(draws, seen), seen.length);
        edge = false;
    }

    /**
     * Returns the one with that width, of 13 from 0.25 to 4, with which the posterior mean errs least on other images; of equals the first. The width
     * under which seen halves are likeliest is of no use here: with hundreds of seen values it leaves one draw with all the weight.
     */
    static HalfPosterior fitted(FloatTensor draws, HiddenHalf half, FloatTensor others) {
        HalfPosterior any = new HalfPosterior(draws, half, 1);
        float[] truth = HiddenHalf.values(others, any.hidden);
        List<double[]> errors = any.window.responsibilities(
                HiddenHalf.values(others, any.seen),
                (i, weights) -> IntStream.range(0, SIGMAS.length)
                        .mapToDouble(s -> FillScore.error(any.mean(weights[s]), truth, i))
                        .toArray(),
                SIGMAS);
        double[] sums = new double[SIGMAS.length];
        errors.forEach(each -> IntStream.range(0, sums.length).forEach(s -> sums[s] += each[s]));
        int best = 0;
        for (int s = 1; s < sums.length; s++) {
            best = sums[s] < sums[best] ? s : best;
        }
        return new HalfPosterior(any, SIGMAS[best], best == 0 || best == SIGMAS.length - 1);
    }

    /** Returns the number of draws that are weighed. */
    int count() {
        return draws.count();
    }

    /** Returns which of an image's values are hidden. */
    int[] hidden() {
        return hidden.clone();
    }

    /** Width of the kernel, in units of the data. */
    double sigma() {
        return sigma;
    }

    /** Returns whether sigma is the first or last that was tried, so that a better one may lie outside. */
    boolean edge() {
        return edge;
    }

    /**
     * The posterior of one image.
     *
     * @param first     one of the draws, by its weight
     * @param second    another, independent of the first
     * @param mean      of the hidden values
     * @param effective sample size, 1/Σw²: 1 if one draw has all the weight, n if all have the same
     */
    record Answer(int first, int second, float[] mean, double effective) {}

    /** The answers for some images; what the images have in the hidden half is not looked at. */
    List<Answer> answers(FloatTensor images, long seed) {
        return window.responsibilities(
                HiddenHalf.values(images, seen),
                (i, weights) -> {
                    double[] w = weights[0];
                    SplittableRandom random = new SplittableRandom((seed << Integer.SIZE) + i);
                    return new Answer(pick(w, random), pick(w, random), mean(w), effective(w));
                },
                sigma);
    }

    private static int pick(double[] weights, SplittableRandom random) {
        double left = random.nextDouble();
        int last = 0;
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] > 0) {
                last = j;
                left -= weights[j];
            }
            if (left < 0) {
                return j;
            }
        }
        return last;
    }

    private float[] mean(double[] weights) {
        float[] mean = new float[hidden.length];
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] > NEGLIGIBLE) {
                add((float) weights[j], j * mean.length, mean);
            }
        }
        return mean;
    }

    private void add(float weight, int from, float[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] += weight * hiddenValues[from + k];
        }
    }

    private static double effective(double[] weights) {
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        return 1 / squares;
    }

    /** The hidden values of a draw. */
    float[] hiddenOf(int draw) {
        return HiddenHalf.values(draws.slice(draw, draw + 1), hidden);
    }
}
