package org.gan4j.experiments.reproduce.section7.semisupervised;

import java.util.Arrays;

/** The function that {@link LogisticRegression} minimises, with its gradient; the weights of class k lie before those of k + 1, the intercepts last. */
final class CrossEntropy implements Lbfgs.Objective {
    private final LabelledExamples examples;
    /** [input][example]: both inner loops run over neighbouring numbers, which the compiler turns into vector instructions. */
    private final double[][] columns;

    private final double penalty;
    /** [class][example]: scores, then how far the probability is from the truth, over n. */
    private final double[][] residuals;

    CrossEntropy(LabelledExamples examples, double penalty) {
        this.examples = examples;
        this.penalty = penalty;
        columns = new double[examples.width()][examples.count()];
        for (int i = 0; i < examples.count(); i++) {
            for (int j = 0; j < examples.width(); j++) {
                columns[j][i] = examples.x()[i][j];
            }
        }
        residuals = new double[examples.classes()][examples.count()];
    }

    @Override
    public double at(double[] parameters, double[] gradient) {
        int width = examples.width();
        int weights = examples.classes() * width;
        for (int k = 0; k < examples.classes(); k++) {
            Arrays.fill(residuals[k], parameters[weights + k]);
            for (int j = 0; j < width; j++) {
                add(residuals[k], parameters[k * width + j], columns[j], 0);
            }
        }
        double loss = residuals();
        double squares = 0;
        for (int p = 0; p < weights; p++) {
            squares += parameters[p] * parameters[p];
            gradient[p] = penalty * parameters[p];
        }
        for (int k = 0; k < examples.classes(); k++) {
            for (int i = 0; i < examples.count(); i++) {
                add(gradient, residuals[k][i], examples.x()[i], k * width);
            }
            gradient[weights + k] = Arrays.stream(residuals[k]).sum();
        }
        return loss + penalty / 2 * squares;
    }

    /** Replaces scores by residuals, and gives the mean loss. */
    private double residuals() {
        int n = examples.count();
        double[] scores = new double[examples.classes()];
        double loss = 0;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < scores.length; k++) {
                scores[k] = residuals[k][i];
            }
            double normaliser = logSumExp(scores);
            loss += normaliser - scores[examples.y()[i]];
            for (int k = 0; k < scores.length; k++) {
                residuals[k][i] = (Math.exp(scores[k] - normaliser) - (k == examples.y()[i] ? 1 : 0)) / n;
            }
        }
        return loss / n;
    }

    static double logSumExp(double[] scores) {
        double largest = Arrays.stream(scores).max().orElseThrow();
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score - largest);
        }
        return largest + Math.log(sum);
    }

    private static void add(double[] to, double factor, double[] x, int offset) {
        for (int i = 0; i < x.length; i++) {
            to[offset + i] += factor * x[i];
        }
    }
}
