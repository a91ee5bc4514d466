package org.gan4j.experiments.lab;

import java.util.Arrays;
import java.util.Optional;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.run.Nets;

/**
 * A grid over a latent space of two independent numbers. Its lines lie at the quantiles of each number, so that all cells hold
 * the same mass: where the generator makes a cell small, its density is high.
 *
 * @param z the crossings, row by row from the least second number on
 */
record LatentGrid(FloatTensor z) {
    /** Lines in each direction. */
    static final int SIDE = 25;

    /** Enough draws for a quantile that looks the same with others. */
    private static final int DRAWS = 4000;

    /** Cells in each direction that tell whether the numbers are independent: each then holds its share of the draws. */
    private static final int COARSE = 4;

    private static final double LEAST_SHARE = 0.5;

    /** Returns the grid of a prior, by draws from an evaluation stream. */
    static Optional<LatentGrid> of(Prior prior, Nets nets) {
        return prior.shape().size() == 2 ? of(nets.latent(DRAWS, Scene.STREAM)) : Optional.empty();
    }

    /** Returns the grid of a prior by its draws; nothing if z has another size, or if its numbers depend on each other. */
    static Optional<LatentGrid> of(FloatTensor draws) {
        if (draws.width() != 2) {
            return Optional.empty();
        }
        float[] first = sorted(draws, 0);
        float[] second = sorted(draws, 1);
        return areIndependent(draws, first, second)
                ? Optional.of(new LatentGrid(crossings(first, second)))
                : Optional.empty();
    }

    private static float[] sorted(FloatTensor draws, int number) {
        float[] values = new float[draws.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = draws.row(i)[number];
        }
        Arrays.sort(values);
        return values;
    }

    private static boolean areIndependent(FloatTensor draws, float[] first, float[] second) {
        int[] counts = new int[COARSE * COARSE];
        for (int i = 0; i < draws.count(); i++) {
            float[] z = draws.row(i);
            counts[COARSE * cell(second, z[1]) + cell(first, z[0])]++;
        }
        return Arrays.stream(counts).min().orElse(0) >= LEAST_SHARE * draws.count() / counts.length;
    }

    private static int cell(float[] sorted, float value) {
        int cell = 0;
        while (cell + 1 < COARSE && value >= sorted[(cell + 1) * sorted.length / COARSE]) {
            cell++;
        }
        return cell;
    }

    private static FloatTensor crossings(float[] first, float[] second) {
        float[] values = new float[2 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            values[2 * i] = line(first, i % SIDE);
            values[2 * i + 1] = line(second, i / SIDE);
        }
        return new FloatTensor(Shape.of(SIDE * SIDE, 2), values);
    }

    /** Returns the quantile of a line: the outer ones leave half a cell's share outside. */
    private static float line(float[] sorted, int number) {
        return sorted[(int) ((number + 0.5) / SIDE * sorted.length)];
    }
}
