package org.gan4j.experiments.reproduce.section7.semisupervised;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.experiments.compare.statistics.Interval;

/**
 * One input of the classifier at one number of labels.
 *
 * @param labels how many examples were labelled
 * @param input  what the classifier saw
 * @param width  values of an example
 * @param fits   one a draw, in their order
 */
record AccuracyRow(int labels, String input, int width, List<Fit> fits) {
    /**
     * The classifier of one draw.
     *
     * @param accuracy share of the test examples whose class it told
     * @param penalty  as it was chosen
     */
    record Fit(double accuracy, Penalty penalty) {}

    double[] accuracies() {
        return fits.stream().mapToDouble(Fit::accuracy).toArray();
    }

    double mean() {
        return Interval.of(accuracies()).mean();
    }

    /** Standard deviation over draws. */
    double deviation() {
        double mean = mean();
        double squares = 0;
        for (double accuracy : accuracies()) {
            squares += (accuracy - mean) * (accuracy - mean);
        }
        return Math.sqrt(squares / (fits.size() - 1));
    }

    /** Draws whose penalty sits at an edge of what was tried. */
    long atEdge() {
        return fits.stream().filter(fit -> fit.penalty().atEdge()).count();
    }

    Map<String, Object> document() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("labels", labels);
        row.put("input", input);
        row.put("width", width);
        row.put("n", fits.size());
        row.put("mean", mean());
        row.put("sd", deviation());
        row.put("accuracies", accuracies());
        row.put(
                "penalties",
                fits.stream().mapToDouble(fit -> fit.penalty().value()).toArray());
        return row;
    }
}
