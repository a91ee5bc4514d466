package org.gan4j.experiments.reproduce.section7.semisupervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    private static final double NEAR = 1e-5;

    private static LogisticRegression fit(LabelledExamples examples, double penalty) {
        return LogisticRegression.fit(examples, penalty, LogisticRegression.zero(examples.classes(), examples.width()));
    }

    /** Classes that overlap, so that the optimum is far from the edge. */
    private static LabelledExamples random(int count, int width, int classes) {
        Random random = new Random(1);
        double[][] x = new double[count][width];
        int[] y = new int[count];
        for (int i = 0; i < count; i++) {
            y[i] = random.nextInt(classes);
            for (int j = 0; j < width; j++) {
                x[i][j] = random.nextGaussian() + (j % classes == y[i] ? 1 : 0);
            }
        }
        return new LabelledExamples(x, y, classes);
    }

    @Test
    void two_classes_in_one_dimension_have_the_optimum_of_the_formula() {
        // x = -1 in class 0, x = 1 in class 1. By symmetry b = 0 and W = (-u/2, u/2), so the function is softplus(-u) +
        // λu²/4, and
        // its slope -σ(-u) + λu/2 vanishes at u = 2 for λ = σ(-2) = 1 / (1 + e²).
        LabelledExamples examples = new LabelledExamples(new double[][] {{-1}, {1}}, new int[] {0, 1}, 2);
        LogisticRegression fit = fit(examples, 1 / (1 + Math.exp(2)));
        assertThat(fit.weight(0, 0)).isCloseTo(-1, within(NEAR));
        assertThat(fit.weight(1, 0)).isCloseTo(1, within(NEAR));
        assertThat(fit.intercept(1) - fit.intercept(0)).isCloseTo(0, within(NEAR));
        // The difference of scores is 2 for either example: its own class has the probability σ(2).
        assertThat(fit.crossEntropy(examples)).isCloseTo(Math.log(1 + Math.exp(-2)), within(NEAR));
        assertThat(fit.accuracy(examples)).isEqualTo(1);
    }

    @Test
    void what_tells_nothing_is_answered_with_the_shares_of_the_classes() {
        // Intercepts are not penalised: three of four are of class 0, so b_0 - b_1 = log 3.
        LabelledExamples examples =
                new LabelledExamples(new double[][] {{0}, {0}, {0}, {0}}, new int[] {0, 0, 1, 0}, 2);
        LogisticRegression fit = fit(examples, 1);
        assertThat(fit.intercept(0) - fit.intercept(1)).isCloseTo(Math.log(3), within(NEAR));
        assertThat(fit.weight(0, 0)).isZero();
        assertThat(fit.accuracy(examples)).isEqualTo(0.75);
    }

    @Test
    void the_slope_at_the_optimum_is_zero() {
        // ∂/∂W_kj = 1/n Σ_i (P(k|x_i) - [y_i = k]) x_ij + λ W_kj, here written out with probabilities from the scores.
        LabelledExamples examples = random(60, 4, 3);
        double penalty = 0.05;
        LogisticRegression fit = fit(examples, penalty);
        for (int k = 0; k < 3; k++) {
            double[] slopes = new double[5];
            for (int i = 0; i < examples.count(); i++) {
                double[] x = examples.x()[i];
                double residual = (probability(fit, x, k) - (examples.y()[i] == k ? 1 : 0)) / examples.count();
                for (int j = 0; j < 4; j++) {
                    slopes[j] += residual * x[j];
                }
                slopes[4] += residual;
            }
            for (int j = 0; j < 4; j++) {
                slopes[j] += penalty * fit.weight(k, j);
            }
            assertThat(slopes).containsExactly(new double[5], within(NEAR));
        }
    }

    private static double probability(LogisticRegression fit, double[] x, int label) {
        double[] exps = new double[3];
        for (int k = 0; k < 3; k++) {
            double score = fit.intercept(k);
            for (int j = 0; j < x.length; j++) {
                score += fit.weight(k, j) * x[j];
            }
            exps[k] = Math.exp(score);
        }
        return exps[label] / Arrays.stream(exps).sum();
    }

    @Test
    void two_starts_end_at_one_optimum() {
        LabelledExamples examples = random(60, 4, 3);
        LogisticRegression here = fit(examples, 0.01);
        LogisticRegression there = LogisticRegression.fit(
                examples, 0.01, fit(new LabelledExamples(examples.x(), shifted(examples.y()), 3), 0.001));
        for (int k = 0; k < 3; k++) {
            for (int j = 0; j < 4; j++) {
                assertThat(there.weight(k, j)).isCloseTo(here.weight(k, j), within(1e-3));
            }
        }
        assertThat(there.crossEntropy(examples)).isCloseTo(here.crossEntropy(examples), within(NEAR));
    }

    /** The wrong class for every example, to begin far away. */
    private static int[] shifted(int[] y) {
        return Arrays.stream(y).map(label -> (label + 1) % 3).toArray();
    }
}
