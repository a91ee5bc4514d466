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
     */
    public record Row(
            String loss, String metric, int n, int failed, int diverged, double mean, double low, double high) {}

    /** Mean of a - b over the seeds that both arms finished, with its 95 % interval; NaN bounds below n = 3. */
    public record Difference(String a, String b, String metric, int n, double mean, double low, double high) {}
}
