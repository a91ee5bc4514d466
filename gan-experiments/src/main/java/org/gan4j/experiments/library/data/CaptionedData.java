package org.gan4j.experiments.library.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.data.Values;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.digest.Digest;
import org.gan4j.standard.conditional.Caption;

/**
 * Another set of labelled pictures, each with its class written under it ({@link Caption}); in its splits. Where the label is part of the
 * example, an ordinary discriminator sees (x, c).
 */
@About(
        value = "another set of labelled pictures, each with its class as a white block under it",
        source = "Mirza and Osindero 2014, arXiv:1411.1784, section 3.2")
public record CaptionedData(
        @Param(value = "mnist", doc = "the set of labelled pictures")
        Dataset of,

        @Param(value = "10", min = 2, doc = "number of classes")
        int classes)
        implements Dataset.Finite {
    private static final String KEY = "dataset.of";

    public CaptionedData {
        new Caption(classes).under(finite(of).shape());
    }

    private static Dataset.Finite finite(Dataset set) {
        if (set instanceof Dataset.Finite finite) {
            return finite;
        }
        throw new IllegalArgumentException(
                "a captioned set needs labelled pictures, as of mnist or fashion-mini; 'of' is endless and has none");
    }

    /** Returns the layout of the captions. */
    public Caption caption() {
        return new Caption(classes);
    }

    @Override
    public Shape shape() {
        return caption().under(of.shape());
    }

    @Override
    public Table load(Split split) {
        Table plain = finite(of).load(split);
        int[] labels = plain.labels()
                .orElseThrow(() -> new InvalidInput(
                        KEY, "its " + split + " images have no labels, and the captions are made of these"));
        int largest = Arrays.stream(labels).max().orElse(0);
        if (largest >= classes) {
            throw new InvalidInput(
                    "dataset.classes", "is " + classes + ", and there are labels up to " + largest + " in " + KEY);
        }
        if (plain.contrast().isPresent()) {
            throw new InvalidInput(KEY, "its contrast would be normalised with the captions; set its contrast to 0");
        }
        return captioned(plain, labels);
    }

    private Table captioned(Table plain, int[] labels) {
        if (!(plain.values() instanceof Values.Bytes pictures)) {
            throw new InvalidInput(KEY, "its examples are points, and only a picture has a caption under it");
        }
        byte[][] captions = IntStream.range(0, classes).mapToObj(this::bytes).toArray(byte[][]::new);
        int picture = plain.example().size();
        int width = shape().size();
        byte[] bytes = new byte[labels.length * width];
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(pictures.bytes(), i * picture, bytes, i * width, picture);
            System.arraycopy(captions[labels[i]], 0, bytes, i * width + picture, width - picture);
        }
        return new Table(shape(), bytes, Optional.of(labels));
    }

    private byte[] bytes(int label) {
        double[] row = caption().of(label, shape());
        byte[] bytes = new byte[row.length];
        for (int i = 0; i < row.length; i++) {
            bytes[i] = (byte) Math.round(Values.Bytes.LARGEST * row[i]);
        }
        return bytes;
    }

    @Override
    public String digest() {
        return Digest.sha256(finite(of).digest() + " captioned, " + classes + " classes");
    }
}
