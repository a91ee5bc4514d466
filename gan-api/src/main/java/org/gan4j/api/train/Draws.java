package org.gan4j.api.train;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.gan4j.api.Dataset;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;

/**
 * What the updates of an experiment draw.
 *
 * @param example the shape of one real example
 * @param classes the number of classes that a real example's label names; 0 for data without labels
 * @param latent  the shape of one latent draw
 * @param codes   the codes that stand at the end of each latent draw, in this order
 */
public record Draws(Shape example, int classes, Shape latent, List<Prior.Code> codes) {
    public Draws {
        codes = List.copyOf(codes);
        int coded = codes.stream().mapToInt(Prior.Code::width).sum();
        if (coded > 0 && (latent.rank() != 1 || latent.size() < coded)) {
            throw new IllegalArgumentException(
                    "codes of " + coded + " values stand at the end of a latent vector; a draw of" + " the shape "
                            + latent + " has no room for them");
        }
    }

    /** Returns what is drawn from data and prior. */
    public static Draws of(Dataset dataset, Prior prior) {
        int classes = dataset instanceof Dataset.Finite finite ? finite.classes() : 0;
        return new Draws(dataset.shape(), classes, prior.shape(), prior.codes());
    }

    /** Returns the place in the latent vector at which a code begins. */
    public int from(int code) {
        return latent.size()
                - codes.subList(code, codes.size()).stream()
                        .mapToInt(Prior.Code::width)
                        .sum();
    }

    /** Returns the place in the latent vector after a code. */
    public int to(int code) {
        return from(code) + codes.get(code).width();
    }

    /** Returns the same latent draws with other values of a code, which are given for each row. */
    public FloatTensor with(FloatTensor draws, int code, IntFunction<float[]> values) {
        int width = latent.size();
        float[] changed = draws.values().clone();
        for (int row = 0; row < draws.count(); row++) {
            System.arraycopy(
                    values.apply(row),
                    0,
                    changed,
                    row * width + from(code),
                    codes.get(code).width());
        }
        return new FloatTensor(draws.shape(), changed);
    }

    /** Returns the same latent draws with a class for each row as the value of a category. */
    public FloatTensor asking(FloatTensor draws, int code, IntUnaryOperator classes) {
        return with(draws, code, row -> {
            float[] category = new float[codes.get(code).width()];
            category[classes.applyAsInt(row)] = 1;
            return category;
        });
    }
}
