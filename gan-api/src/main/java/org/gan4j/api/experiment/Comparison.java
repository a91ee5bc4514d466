package org.gan4j.api.experiment;

import java.nio.file.Path;
import java.util.List;

/**
 * The result of a grid of runs: a row for each arm and metric, and the differences between arms, paired by seed.
 *
 * @param folder      the comparison's folder
 * @param outcomes    the runs, in the order of the grid's cells
 * @param rows        one for each arm and metric
 * @param differences one for each pair of arms and metric
 * @param table       rows and differences as text, for people
 * @param conclusion  a few sentences that say what can and what cannot be claimed
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
     * @param arm      name of the arm
     * @param n        finished runs
     * @param failed   runs that failed, left out of the mean
     * @param diverged runs that diverged, left out of the mean
     * @param low      lower end of the 95 % Student t interval; NaN below n = 3
     * @param high     upper end
     * @param group    letters: arms that share one cannot be told apart; empty where that was not tested
     */
    public record Row(
            String arm,
            String metric,
            int n,
            int failed,
            int diverged,
            double mean,
            double low,
            double high,
            String group) {}

    /**
     * The mean of a - b over the seeds that both arms finished, and how far it is from chance. Below n = 3 everything but the
     * mean is NaN.
     *
     * @param n             seeds that both arms finished
     * @param low           lower end of the 95 % Student t interval
     * @param high          upper end
     * @param p             p value of the two-sided paired Student t test, without correction
     * @param adjustedP     p after Holm's correction over all pairs of arms and all evaluations; a difference can be claimed if
     *                      it is below 0.05; NaN for a metric that no claim is made about
     * @param signFlip      p value of the sign-flip permutation test, without correction
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
            double adjustedP,
            double signFlip,
            double bootstrapLow,
            double bootstrapHigh) {}
}
