package org.gan4j.experiments.library.metric.digit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.digest.Digest;
import org.gan4j.experiments.library.data.Mnist;

/**
 * A classifier of MNIST's digits: one hidden layer of 100 rectifiers and a softmax, with weights that are part of the program. Immutable
 * once it is trained.
 *
 * @param hidden [pixel][unit], then a row of biases
 * @param output [unit][digit], then a row of biases
 */
public record DigitNet(float[][] hidden, float[][] output) {
    static final int PIXELS = 28 * 28;
    static final int UNITS = 100;
    static final int DIGITS = 10;

    /** The SHA-256 of the file of weights. */
    static final String SHA256 = "9d83f6a66639ca4ddc2c6ecbaf22c7e34a7cfdcb0b373960b5202addf2e5213f";

    private static final String RESOURCE = "digits.weights";

    /** Returns the beginning of the SHA-256, by which texts name the net. */
    public static String name() {
        return SHA256.substring(0, 8);
    }

    /**
     * Returns the net that is part of the program.
     *
     * @throws IllegalStateException if its weights are others than those it was published with
     */
    public static DigitNet shipped() {
        try (InputStream in = DigitNet.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            byte[] bytes = in.readAllBytes();
            if (!Digest.sha256(bytes).equals(SHA256)) {
                throw new IllegalStateException(RESOURCE + " has another SHA-256 than " + SHA256);
            }
            ByteBuffer weights = ByteBuffer.wrap(bytes);
            return new DigitNet(read(weights, PIXELS + 1, UNITS), read(weights, UNITS + 1, DIGITS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether a data set holds the digits that this reads, and no others. */
    public static boolean reads(Dataset data) {
        return data instanceof Dataset.Finite finite && finite.digest().equals(new Mnist().digest());
    }

    private static float[][] read(ByteBuffer weights, int rows, int columns) {
        float[][] matrix = new float[rows][columns];
        for (float[] row : matrix) {
            for (int k = 0; k < columns; k++) {
                row[k] = weights.getFloat();
            }
        }
        return matrix;
    }

    /** Returns what the hidden units say of a picture, whose pixels lie in 0 to 1. */
    float[] units(float[] picture) {
        float[] sums = hidden[PIXELS].clone();
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            if (picture[pixel] != 0) {
                float[] weights = hidden[pixel];
                for (int unit = 0; unit < UNITS; unit++) {
                    sums[unit] += picture[pixel] * weights[unit];
                }
            }
        }
        for (int unit = 0; unit < UNITS; unit++) {
            sums[unit] = Math.max(0, sums[unit]);
        }
        return sums;
    }

    private float[] logits(float[] units) {
        float[] logits = output[UNITS].clone();
        for (int unit = 0; unit < UNITS; unit++) {
            for (int digit = 0; digit < DIGITS; digit++) {
                logits[digit] += units[unit] * output[unit][digit];
            }
        }
        return logits;
    }

    /** Returns what the hidden units say of each picture, a row each. */
    public FloatTensor allUnits(FloatTensor pictures) {
        float[] all = new float[pictures.count() * UNITS];
        IntStream.range(0, pictures.count())
                .parallel()
                .forEach(row -> System.arraycopy(units(pictures.row(row)), 0, all, row * UNITS, UNITS));
        return new FloatTensor(Shape.of(pictures.count(), UNITS), all);
    }

    /** Returns the probability of each digit, from what the hidden units say. */
    double[] softmax(float[] units) {
        float[] logits = logits(units);
        float largest = logits[most(logits)];
        double[] probabilities = new double[DIGITS];
        double sum = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
            probabilities[digit] = StrictMath.exp((double) logits[digit] - largest);
            sum += probabilities[digit];
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            probabilities[digit] /= sum;
        }
        return probabilities;
    }

    /** Returns the place of the largest number; of equal ones the first. */
    private static int most(float[] logits) {
        return IntStream.range(1, DIGITS).reduce(0, (best, digit) -> logits[digit] > logits[best] ? digit : best);
    }

    /** Returns the probabilities of the digits for each picture. */
    double[][] probabilities(FloatTensor pictures) {
        return IntStream.range(0, pictures.count())
                .parallel()
                .mapToObj(row -> softmax(units(pictures.row(row))))
                .toArray(double[][]::new);
    }

    /** Returns the digit that each picture shows most probably. */
    int[] digits(FloatTensor pictures) {
        return IntStream.range(0, pictures.count())
                .parallel()
                .map(row -> most(logits(units(pictures.row(row)))))
                .toArray();
    }
}
