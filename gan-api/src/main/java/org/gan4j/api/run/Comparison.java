package org.gan4j.api.run;

import java.nio.file.Path;
import java.util.List;

/**
 * What a grid of runs says: a row for each arm and metric, and the differences between arms paired by seed.
 *
 * @param folder     the comparison's folder
 * @param table      the same as text, for people
 * @param conclusion one sentence: what can and what cannot be concluded
 */
public record Comparison(
        Path folder,
        List<Outcome> outcomes,
        List<Row> rows,
        List<Difference> differences,
        String table,
        String conclusion) {
    /**
     * One metric of one arm over its seeds.
     *
     * @param loss     name of the arm
     * @param n        finished runs
     * @param failed   runs that failed, left out of the mean
     * @param diverged runs that diverged, left out of the mean
     * @param low      lower end of the 95 % Student t interval; NaN below n = 3
     * @param high     upper end
     * @param group    letters: arms that share one cannot be told apart; empty where that was not tested
     */
    public record Row(
            String loss,
            String metric,
            int n,
            int failed,
            int diverged,
            double mean,
            double low,
            double high,
            String group) {}

    /**
     * Mean of a - b over the seeds that both arms finished, and how far it is from chance. Below n = 3 all but the mean is NaN.
     *
     * @param low           lower end of the 95 % Student t interval
     * @param high          upper end
     * @param p             of the paired Student t test, two-sided, for itself
     * @param holm          the same after Holm over all pairs of arms and all evaluations: a claim has it below 0.05; NaN for a
     *                      metric that no claim is made about
     * @param signFlip      p of the sign-flip permutation test, for itself
     * @param bootstrapLow  lower end of the 95 % bootstrap percentile interval
     * @param bootstrapHigh upper end
     */
    public record Difference(
            String a,
            String b,
            String metric,
            int n,
            double mean,
            double low,
            double high,
            double p,
            double holm,
            double signFlip,
            double bootstrapLow,
            double bootstrapHigh) {}
}
