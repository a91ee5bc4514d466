package org.gan4j.experiments.library.data.image;

import java.util.Optional;
import java.util.SplittableRandom;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.data.Values;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.digest.Digest;

/**
 * Three digits drawn at random from another set's split, with replacement, as the red, green and blue of one picture:
 * 1,000 modes of about equal weight. The label of a picture is the number that its digits write, red first. The draws are the same on
 * every machine.
 */
@About(
        value = "three random digits as the colours of one picture: 1,000 modes to count",
        source = "Metz et al. 2017, arXiv:1611.02163, section 3.3.1")
public record StackedMnist(
        @Param(value = "mnist", doc = "the set of digits: pictures in grey with the labels 0 to 9")
        Dataset of,

        @Param(value = "50000", min = 1, max = 500_000, doc = "pictures of the training split")
        int examples)
        implements Dataset.Finite {
    private static final String KEY = "dataset.of";
    private static final int DIGITS = 10;
    private static final int COLOURS = 3;
    /** Pictures of the validation and of the test split. */
    private static final int HELD_OUT = 10_000;

    public StackedMnist {
        if (!(of instanceof Dataset.Finite finite)
                || finite.classes() != DIGITS
                || finite.shape().rank() != 2) {
            throw new IllegalArgumentException(
                    "stacked-mnist needs grey pictures of ten classes, as of mnist or fashion-mini");
        }
    }

    private Dataset.Finite digits() {
        return (Dataset.Finite) of;
    }

    @Override
    public Shape shape() {
        return Shape.of(of.shape().dim(0), of.shape().dim(1), COLOURS);
    }

    @Override
    public int classes() {
        return DIGITS * DIGITS * DIGITS;
    }

    @Override
    public Table load(Split split) {
        Table plain = digits().load(split);
        if (!(plain.values() instanceof Values.Bytes pictures)
                || plain.contrast().isPresent()) {
            throw new InvalidInput(KEY, "its pictures are no bytes in 0 to 1");
        }
        int[] labels = plain.labels().orElseThrow(() -> new InvalidInput(KEY, "its " + split + " split has no labels"));
        int count = split == Split.TRAIN ? examples : HELD_OUT;
        int size = plain.example().size();
        byte[] stacked = new byte[count * size * COLOURS];
        int[] numbers = new int[count];
        SplittableRandom draws = new SplittableRandom(split.ordinal());
        for (int i = 0; i < count; i++) {
            for (int colour = 0; colour < COLOURS; colour++) {
                int row = draws.nextInt(labels.length);
                numbers[i] = numbers[i] * DIGITS + labels[row];
                for (int pixel = 0; pixel < size; pixel++) {
                    stacked[(i * size + pixel) * COLOURS + colour] = pictures.bytes()[row * size + pixel];
                }
            }
        }
        return new Table(shape(), stacked, Optional.of(numbers));
    }

    @Override
    public String digest() {
        return Digest.sha256(digits().digest() + " stacked by three, " + examples + " for training");
    }
}
