package org.gan4j.experiments.draw.sample;

import java.util.function.Function;
import java.util.stream.IntStream;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;

/**
 * The view that both players have of a space: where D sees data, and how G folds the latent space into it.
 *
 * @param discriminator logits of examples
 * @param generator     G(z)
 * @param latent        draws of z
 * @param logits        what the discriminator's logits mean
 */
public record Players(
        Function<FloatTensor, float[]> discriminator,
        Function<FloatTensor, FloatTensor> generator,
        FloatTensor latent,
        LogitMeaning logits) {
    /** Lines through the latent space, each from one draw to the next. */
    static final int THREADS = 24;
    /** Points of a line: enough for a line that G bends. */
    static final int POINTS = 48;

    /**
     * D(x), each in 0…1. If D is not a probability, this is the sigmoid of how far the logits are from the boundary, or, where
     * only differences count, from their mean.
     */
    public double[] seen(Shape example, double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        float[] found = discriminator.apply(new FloatTensor(example.prepend(values.length / example.size()), floats));
        double middle = logits.hasBoundary() ? logits.boundary() : mean(found);
        double[] seen = new double[found.length];
        for (int i = 0; i < found.length; i++) {
            seen[i] = 1 / (1 + Math.exp(middle - found[i]));
        }
        return seen;
    }

    private static double mean(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(0);
    }

    /** The images of the lines, one after the other. */
    FloatTensor threads() {
        return generator.apply(lines(latent, Math.min(THREADS, latent.count() - 1), POINTS));
    }

    /** Straight lines, each from one latent draw to the next: so many points on each at equal distances, both ends included. */
    public static FloatTensor lines(FloatTensor draws, int lines, int points) {
        int width = draws.width();
        float[] values = new float[lines * points * width];
        for (int i = 0; i < values.length; i++) {
            float share = points == 1 ? 0 : i / width % points / (points - 1f);
            int from = i / (points * width) * width + i % width;
            values[i] = (1 - share) * draws.values()[from] + share * draws.values()[from + width];
        }
        return new FloatTensor(draws.shape().example().prepend(lines * points), values);
    }
}
