package org.gan4j.experiments.reproduce.section7.semisupervised;

/**
 * A linear classifier fitted by multinomial logistic regression with an L2 penalty: W [classes × inputs] and b [classes] minimise
 *
 * <p>{@code 1/n Σ_i (log Σ_k exp(w_k·x_i + b_k) - w_y·x_i - b_y) + λ/2 ‖W‖²}.
 *
 * <p>The intercepts b are not penalised, so classes that the inputs do not tell apart are guessed by their shares. The function is
 * convex, in W strictly: W is the one there is, and b up to a constant that all classes share and no answer depends on.
 */
final class LogisticRegression {
    private static final double TOLERANCE = 1e-6;

    private final double[] parameters;
    private final int classes;
    private final int width;

    private LogisticRegression(double[] parameters, int classes, int width) {
        this.parameters = parameters;
        this.classes = classes;
        this.width = width;
    }

    /** W = 0 and b = 0, to begin from. */
    static LogisticRegression zero(int classes, int width) {
        return new LogisticRegression(new double[classes * (width + 1)], classes, width);
    }

    /**
     * The fit of some examples.
     *
     * @param penalty λ, above 0
     * @param start   where the search begins, which changes its length alone
     */
    static LogisticRegression fit(LabelledExamples examples, double penalty, LogisticRegression start) {
        double[] found = Lbfgs.minimum(new CrossEntropy(examples, penalty), start.parameters, TOLERANCE);
        return new LogisticRegression(found, examples.classes(), examples.width());
    }

    double weight(int label, int input) {
        return parameters[label * width + input];
    }

    double intercept(int label) {
        return parameters[classes * width + label];
    }

    private double[] scores(double[] x) {
        double[] scores = new double[classes];
        for (int k = 0; k < classes; k++) {
            scores[k] = intercept(k);
            for (int j = 0; j < width; j++) {
                scores[k] += parameters[k * width + j] * x[j];
            }
        }
        return scores;
    }

    /** Mean of -log P(y | x), in nats. */
    double crossEntropy(LabelledExamples examples) {
        double sum = 0;
        for (int i = 0; i < examples.count(); i++) {
            double[] scores = scores(examples.x()[i]);
            sum += CrossEntropy.logSumExp(scores) - scores[examples.y()[i]];
        }
        return sum / examples.count();
    }

    /** The likeliest class; of equals the first. */
    int classOf(double[] x) {
        double[] scores = scores(x);
        int best = 0;
        for (int k = 1; k < classes; k++) {
            best = scores[k] > scores[best] ? k : best;
        }
        return best;
    }

    /** Returns the share of the examples whose class is found. */
    double accuracy(LabelledExamples examples) {
        int right = 0;
        for (int i = 0; i < examples.count(); i++) {
            right += classOf(examples.x()[i]) == examples.y()[i] ? 1 : 0;
        }
        return (double) right / examples.count();
    }
}
