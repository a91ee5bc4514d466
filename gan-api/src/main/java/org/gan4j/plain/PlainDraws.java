package org.gan4j.plain;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.gan4j.api.algebra.Shape;

/** Random arrays from streams with names: the draws of a stream depend on (seed, name) alone. */
final class PlainDraws {
    private PlainDraws() {}

    static Array uniform(long seed, String stream, Shape shape) {
        return draw(seed, stream + ".uniform", shape, RandomGenerator::nextDouble);
    }

    static Array normal(long seed, String stream, Shape shape) {
        return draw(seed, stream + ".normal", shape, RandomGenerator::nextGaussian);
    }

    private static Array draw(long seed, String stream, Shape shape, ToDoubleFunction<RandomGenerator> next) {
        RandomGenerator random = new SplittableRandom(key(seed, stream));
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = next.applyAsDouble(random);
        }
        return new Array(shape, values);
    }

    /** Returns the FNV-1a hash of the name's characters, started from the seed. */
    private static long key(long seed, String stream) {
        long hash = 0xcbf29ce484222325L ^ new SplittableRandom(seed).nextLong();
        for (int i = 0; i < stream.length(); i++) {
            hash = (hash ^ stream.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
