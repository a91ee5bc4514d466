package org.gan4j.tensorflow;

import java.util.Optional;
import java.util.Random;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;

/** Rows of random bytes, for tests of how finite data is used. */
record RandomImages(int count, int width) implements Dataset.Finite {
    @Override
    public Shape shape() {
        return Shape.of(width);
    }

    @Override
    public Table load(Split split) {
        byte[] bytes = new byte[count * width];
        new Random(1).nextBytes(bytes);
        return new Table(shape(), bytes, Optional.empty());
    }

    @Override
    public String digest() {
        return "random";
    }
}
