package org.gan4j.experiments.library.metric.digit;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.experiments.library.data.Mnist;

/**
 * Trains the net of {@link DigitNet} on MNIST's training split, picture by picture, and writes its weights to the file that is named.
 * It computes in Java alone and in one thread, so that every machine gets the same bits.
 */
final class DigitNetTraining {
    private static final int ROUNDS = 8;
    private static final float RATE = 0.02f;

    private DigitNetTraining() {}

    public static void main(String[] args) throws Exception {
        Table train = new Mnist().load(Split.TRAIN);
        DigitNet net = trained(train.toFloats(), train.labels().orElseThrow());
        ByteBuffer bytes = ByteBuffer.allocate(
                Float.BYTES * ((DigitNet.PIXELS + 1) * DigitNet.UNITS + (DigitNet.UNITS + 1) * DigitNet.DIGITS));
        write(net.hidden(), bytes);
        write(net.output(), bytes);
        Files.write(Path.of(args[0]), bytes.array());
    }

    private static void write(float[][] matrix, ByteBuffer into) {
        for (float[] row : matrix) {
            for (float weight : row) {
                into.putFloat(weight);
            }
        }
    }

    static DigitNet trained(FloatTensor pictures, int[] labels) {
        Random random = new Random(1);
        DigitNet net = new DigitNet(
                drawn(random, DigitNet.PIXELS, DigitNet.UNITS), drawn(random, DigitNet.UNITS, DigitNet.DIGITS));
        for (int round = 0; round < ROUNDS; round++) {
            // The rate falls to a tenth in equal ratios.
            float rate = (float) (RATE * StrictMath.pow(0.1, (double) round / (ROUNDS - 1)));
            for (int i = 0; i < labels.length; i++) {
                int row = random.nextInt(labels.length);
                step(net, pictures.row(row), labels[row], rate);
            }
        }
        return net;
    }

    /** Weights with the variance 2 over the number of inputs, and biases of 0. */
    private static float[][] drawn(Random random, int inputs, int outputs) {
        float[][] weights = new float[inputs + 1][outputs];
        for (int i = 0; i < inputs; i++) {
            for (int k = 0; k < outputs; k++) {
                weights[i][k] = (float) (StrictMath.sqrt(2.0 / inputs) * random.nextGaussian());
            }
        }
        return weights;
    }

    private static void step(DigitNet net, float[] picture, int label, float rate) {
        float[] units = net.units(picture);
        double[] errors = net.softmax(units);
        errors[label] -= 1;
        float[] moves = new float[DigitNet.UNITS];
        for (int unit = 0; unit < DigitNet.UNITS; unit++) {
            if (units[unit] > 0) {
                float[] weights = net.output()[unit];
                for (int digit = 0; digit < DigitNet.DIGITS; digit++) {
                    moves[unit] += (float) (rate * errors[digit] * weights[digit]);
                    weights[digit] -= (float) (rate * errors[digit] * units[unit]);
                }
            }
        }
        for (int digit = 0; digit < DigitNet.DIGITS; digit++) {
            net.output()[DigitNet.UNITS][digit] -= (float) (rate * errors[digit]);
        }
        for (int pixel = 0; pixel < DigitNet.PIXELS; pixel++) {
            if (picture[pixel] != 0) {
                add(net.hidden()[pixel], moves, -picture[pixel]);
            }
        }
        add(net.hidden()[DigitNet.PIXELS], moves, -1);
    }

    private static void add(float[] weights, float[] moves, float factor) {
        for (int unit = 0; unit < weights.length; unit++) {
            weights[unit] += factor * moves[unit];
        }
    }
}
