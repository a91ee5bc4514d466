package org.gan4j.experiments.reproduce.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.experiments.compare.statistics.Interval;
import org.gan4j.experiments.library.metric.Parzen;

/** The remarks beside the numbers, so that they are not taken for more than they are. */
final class TableRemarks {
    private TableRemarks() {}

    static List<String> of(MeasuredScores measured, List<TableRow> rows) {
        List<String> remarks = new ArrayList<>();
        String column = PublishedScores.column(measured.dataset());
        if (!measured.dataset().equalsIgnoreCase(column)) {
            remarks.add("Our rows are of " + measured.dataset() + ", the paper's of " + column
                    + ": numbers of different data cannot be compared.");
        }
        if (!measured.protocol().equals(Parzen.NAME)) {
            remarks.add("Our protocol is " + measured.protocol() + " and not the paper's " + Parzen.NAME
                    + " (10,000 samples, sigma by 1,000 validation images, 10,000 test images); the score depends on"
                    + " these numbers, so it compares with no row of the paper.");
        }
        rows.stream()
                .filter(TableRow::sigmaAtEdge)
                .forEach(row -> remarks.add("Warning: sigma of '" + row.model() + "' sits at an edge of its grid ("
                        + String.format(Locale.ROOT, "%.4g", row.sigma())
                        + "); a better one may lie outside, so the score is unreliable."));
        remarks.add(ofSpread(measured));
        if (!measured.controls().isEmpty()) {
            remarks.add(
                    "Controls: centroids are not samples of a generator; where they score above true data, as on MNIST,"
                            + " the score does not rank by merit. The mean image is what a generator without variety"
                            + " becomes.");
        }
        return remarks;
    }

    private static String ofSpread(MeasuredScores measured) {
        if (measured.scores().size() == 1) {
            return "One run: the ± is of the mean over test images, as in the paper, and does not cover other seeds;"
                    + " --seeds 3 or more does.";
        }
        Interval interval = Interval.of(measured.values());
        String mean = Double.isNaN(interval.low())
                ? "no interval is given below " + Interval.LEAST + " seeds"
                : String.format(Locale.ROOT, "95 %% interval of the mean %.1f … %.1f", interval.low(), interval.high());
        return "Several seeds: the ± of our mean is the standard deviation between " + interval.n() + " seeds (" + mean
                + "), which is not what the paper's ± is.";
    }
}
