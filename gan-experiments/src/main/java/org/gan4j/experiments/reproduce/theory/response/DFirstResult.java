package org.gan4j.experiments.reproduce.theory.response;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.gan4j.experiments.reproduce.ReproductionResult;
import org.gan4j.experiments.reproduce.ResultText;
import org.gan4j.experiments.reproduce.TextOnly;
import org.gan4j.experiments.reproduce.Verdict;
import org.gan4j.experiments.reproduce.theory.response.DFirst.GradientPair;

/**
 * The direction and length of G's gradient while D learns.
 *
 * @param length of the gradient of 2·JSD
 * @param seeds  how many discriminators the rows are means of
 */
public record DFirstResult(
        List<DFirstRow> rows,
        List<Path> files,
        @TextOnly double mean,
        @TextOnly double sd,
        @TextOnly double length,
        @TextOnly int seeds)
        implements ReproductionResult {
    /** A number for each loss, the mean over seeds. */
    public record LossMeans(double minimax, double nonSaturating) {
        private static LossMeans of(List<GradientPair> pairs, ToDoubleFunction<GeneratorGradient> number) {
            return new LossMeans(
                    pairs.stream()
                            .mapToDouble(pair -> number.applyAsDouble(pair.minimax()))
                            .average()
                            .orElseThrow(),
                    pairs.stream()
                            .mapToDouble(pair -> number.applyAsDouble(pair.nonSaturating()))
                            .average()
                            .orElseThrow());
        }
    }

    /**
     * The means after one number of updates of D.
     *
     * @param cosine between G's gradient and that of 2·JSD
     * @param length of G's gradient
     */
    public record DFirstRow(long updates, LossMeans cosine, LossMeans length) {
        static DFirstRow of(long updates, List<GradientPair> pairs) {
            return new DFirstRow(
                    updates,
                    LossMeans.of(pairs, GeneratorGradient::cosine),
                    LossMeans.of(pairs, GeneratorGradient::length));
        }
    }

    @Override
    public Verdict verdict() {
        return Verdict.measuredOnly();
    }

    @Override
    public void describe(ResultText text) {
        text.format(
                "N(0, 1) against N(%s, %s²); the gradient of 2·JSD is %.4f long; means over %d seeds",
                mean, sd, length, seeds);
        text.format("%8s %22s %26s", "updates", "minimax", "non-saturating");
        text.format("%8s %12s %12s %12s %12s", "of D", "cosine", "length", "cosine", "length");
        rows.forEach(row -> text.format(
                "%8d %12.3f %12.5f %12.3f %12.5f",
                row.updates,
                row.cosine.minimax,
                row.length.minimax,
                row.cosine.nonSaturating,
                row.length.nonSaturating));
    }
}
