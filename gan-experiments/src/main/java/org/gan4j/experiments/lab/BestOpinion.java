package org.gan4j.experiments.lab;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the best discriminator against the present generator says of numbers: D* = p / (p + q), with the known density p of the
 * data. The generator's density q is estimated by a Gaussian kernel whose width follows Silverman's rule, so that a spike of the
 * generator looks a little wider than it is.
 */
final class BestOpinion {
    /** Stands where neither density is large enough to say something. */
    static final float UNKNOWN = -1;

    /** The share of the data's greatest density that is enough. */
    private static final double ENOUGH = 0.02;

    private static final double SILVERMAN = 0.9;
    /** The distance between the quartiles of a normal distribution, in standard deviations. */
    private static final double QUARTILES_OF_NORMAL = 1.349;

    private BestOpinion() {}

    /** Returns D* at each place of a line whose density is known. */
    static float[] on(Scene scene, float[] generated) {
        double[] places = scene.places();
        double[] p = scene.density();
        double enough = ENOUGH * Arrays.stream(p).max().orElse(0);
        float[] sorted = generated.clone();
        Arrays.sort(sorted);
        double width = width(sorted, (scene.high() - scene.low()) / scene.side());
        float[] best = new float[places.length];
        for (int i = 0; i < best.length; i++) {
            double q = density(sorted, places[i], width);
            best[i] = Math.max(p[i], q) < enough ? UNKNOWN : (float) (p[i] / (p[i] + q));
        }
        return best;
    }

    private static double density(float[] numbers, double at, double width) {
        double sum = 0;
        for (float number : numbers) {
            double distance = (at - number) / width;
            sum += Math.exp(-distance * distance / 2);
        }
        return sum / (numbers.length * width * Math.sqrt(2 * Math.PI));
    }

    /** Returns the kernel's width, which is at least a place's, so that a generator of one number has a density as well. */
    private static double width(float[] sorted, double least) {
        double mean = IntStream.range(0, sorted.length)
                .mapToDouble(i -> sorted[i])
                .average()
                .orElse(0);
        double variance = IntStream.range(0, sorted.length)
                .mapToDouble(i -> (sorted[i] - mean) * (sorted[i] - mean))
                .average()
                .orElse(0);
        double quartiles = sorted[3 * sorted.length / 4] - sorted[sorted.length / 4];
        double spread = Math.min(Math.sqrt(variance), quartiles / QUARTILES_OF_NORMAL);
        return Math.max(least, SILVERMAN * spread * Math.pow(sorted.length, -0.2));
    }
}
