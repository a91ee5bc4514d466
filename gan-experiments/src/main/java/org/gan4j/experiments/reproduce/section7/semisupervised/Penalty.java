package org.gan4j.experiments.reproduce.section7.semisupervised;

import java.util.stream.IntStream;

/**
 * The L2 penalty λ, chosen on the labelled examples alone: they are cut into five parts (fewer, if a class has fewer examples) with as many
 * of each class, each part judges what was fitted to the others, and the λ of the least mean cross entropy is taken; of equals the largest.
 *
 * @param value  λ
 * @param atEdge whether it is the first or the last that was tried, so that a better one may lie outside
 */
record Penalty(double value, boolean atEdge) {
    private static final int PARTS = 5;
    /** The penalties that are tried, from strong to weak, so that each fit begins near its end. */
    private static final double[] TRIED = {10, 1, 0.1, 1e-2, 1e-3, 1e-4, 1e-5};

    /** The choice for these examples, each class having at least two. */
    static Penalty of(LabelledExamples examples) {
        int[] parts = parts(examples);
        int count = IntStream.of(parts).max().orElseThrow() + 1;
        double[] losses = new double[TRIED.length];
        for (int part = 0; part < count; part++) {
            LabelledExamples judging = examples.rows(rows(parts, part, true));
            LabelledExamples fitting = examples.rows(rows(parts, part, false));
            LogisticRegression fit = LogisticRegression.zero(examples.classes(), examples.width());
            for (int t = 0; t < TRIED.length; t++) {
                fit = LogisticRegression.fit(fitting, TRIED[t], fit);
                losses[t] += fit.crossEntropy(judging);
            }
        }
        int best = 0;
        for (int t = 1; t < TRIED.length; t++) {
            best = losses[t] < losses[best] ? t : best;
        }
        return new Penalty(TRIED[best], best == 0 || best == TRIED.length - 1);
    }

    /** The part of each example: the classes are dealt out one by one, as cards. */
    private static int[] parts(LabelledExamples examples) {
        int[] seen = new int[examples.classes()];
        int[] nth = new int[examples.count()];
        for (int i = 0; i < nth.length; i++) {
            nth[i] = seen[examples.y()[i]]++;
        }
        int parts = Math.min(PARTS, IntStream.of(seen).min().orElseThrow());
        return IntStream.of(nth).map(n -> n % parts).toArray();
    }

    private static int[] rows(int[] parts, int part, boolean within) {
        return IntStream.range(0, parts.length)
                .filter(i -> (parts[i] == part) == within)
                .toArray();
    }
}
