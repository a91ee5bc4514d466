package org.gan4j.experiments.library.metric.digit;

import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.experiments.library.data.Mnist;

/**
 * Stands in for MNIST without its files: 40 pictures to train with and 20 in each other split. Zeros and ones follow by turns, except
 * that in the validation split every fourth picture is a zero. The last held-out one is called a seven.
 */
record DrawnDigits() implements Dataset.Finite {
    /** Returns whether a place of a picture is white: of an upright stroke, which is a one, or of a ring, which is a zero. */
    static boolean isWhite(int digit, int row, int column) {
        if (digit == 1) {
            return row >= 5 && row < 23 && (column == 13 || column == 14);
        }
        double radius = Math.hypot((row - 13.5) / 9, (column - 13.5) / 6.5);
        return radius > 0.8 && radius < 1.15;
    }

    /** Returns pictures of zeros and ones, in 0 to 1. */
    static float[] pixels(int... digits) {
        float[] pixels = new float[digits.length * DigitNet.PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            int pixel = i % DigitNet.PIXELS;
            pixels[i] = isWhite(digits[i / DigitNet.PIXELS], pixel / 28, pixel % 28) ? 1 : 0;
        }
        return pixels;
    }

    @Override
    public Shape shape() {
        return Shape.of(28, 28);
    }

    @Override
    public int classes() {
        return 10;
    }

    @Override
    public Table load(Split split) {
        int turn = split == Split.VALIDATION ? 4 : 2;
        int[] digits = IntStream.range(0, split == Split.TRAIN ? 40 : 20)
                .map(i -> i % turn == 0 ? 0 : 1)
                .toArray();
        float[] pixels = pixels(digits);
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (255 * pixels[i]);
        }
        if (split != Split.TRAIN) {
            digits[digits.length - 1] = 7;
        }
        return new Table(shape(), bytes, Optional.of(digits));
    }

    @Override
    public String digest() {
        return new Mnist().digest();
    }
}
