package org.gan4j.experiments.library.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.part.About;
import org.gan4j.experiments.library.data.files.Idx;

/**
 * The first 100 training images of each class of Fashion-MNIST, in their order there; part of the program, so that it can be
 * tried without a network. Shape [28×28]. Of each class the first 80 are the training split, the next 10 the validation split
 * and the last 10 the test split.
 */
@About(
        value = "1,000 pictures of clothes, part of the program",
        source = "Xiao, Rasul, Vollgraf 2017, arXiv:1708.07747; MIT licence")
public record FashionMini() implements Dataset.Finite {
    private static final String IMAGES = "fashion-mini-images-idx3-ubyte.gz";
    private static final String LABELS = "fashion-mini-labels-idx1-ubyte.gz";
    /** The SHA-256 of the uncompressed file of images. */
    private static final String SHA256 = "a7e53275975bcefa1ef1bcac502fe6f5e4fd01774d43792f4a839144acf524f3";

    private static final int CLASSES = 10;
    private static final int TRAIN = 80;
    private static final int VALIDATION = 90;

    @Override
    public Shape shape() {
        return Shape.of(28, 28);
    }

    @Override
    public int classes() {
        return CLASSES;
    }

    @Override
    public Table load(Split split) {
        Table all = Idx.table(IMAGES, resource(IMAGES), LABELS, resource(LABELS));
        int[] labels = all.labels().orElseThrow();
        int[] seen = new int[CLASSES];
        boolean[] kept = new boolean[all.count()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = split == splitOf(seen[labels[i]]++);
        }
        return all.rows(IntStream.range(0, kept.length).filter(i -> kept[i]).toArray());
    }

    /** The split of the nth image of a class. */
    private static Split splitOf(int nth) {
        if (nth < TRAIN) {
            return Split.TRAIN;
        }
        return nth < VALIDATION ? Split.VALIDATION : Split.TEST;
    }

    private static byte[] resource(String name) {
        try (InputStream in = FashionMini.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String digest() {
        return SHA256;
    }
}
