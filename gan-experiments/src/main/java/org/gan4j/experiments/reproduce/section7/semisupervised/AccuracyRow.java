package org.gan4j.experiments.reproduce.section7.semisupervised;

import java.util.List;
import org.gan4j.experiments.compare.statistics.Interval;
import org.gan4j.experiments.reproduce.ResultText;
import org.gan4j.experiments.reproduce.TextOnly;

/**
 * One input of the classifier at one number of labels.
 *
 * @param labels     how many examples were labelled
 * @param input      what the classifier saw
 * @param width      values of an example
 * @param n          number of draws
 * @param mean       of the accuracies
 * @param sd         standard deviation over draws
 * @param accuracies shares of the test examples whose class was found, one a draw
 * @param penalties  L2 weights that were chosen, one a draw
 * @param atEdge     draws whose penalty sits at an edge of what was tried
 */
public record AccuracyRow(
        int labels,
        String input,
        int width,
        int n,
        double mean,
        double sd,
        List<Double> accuracies,
        List<Double> penalties,
        @TextOnly long atEdge) {
    private static final double PERCENT = 100;

    /**
     * The classifier of one draw.
     *
     * @param accuracy share of the test examples whose class it found
     * @param penalty  as it was chosen
     */
    record Fit(double accuracy, Penalty penalty) {}

    static AccuracyRow of(int labels, String input, int width, List<Fit> fits) {
        double mean =
                Interval.of(fits.stream().mapToDouble(Fit::accuracy).toArray()).mean();
        double squares = 0;
        for (Fit fit : fits) {
            squares += (fit.accuracy - mean) * (fit.accuracy - mean);
        }
        return new AccuracyRow(
                labels,
                input,
                width,
                fits.size(),
                mean,
                Math.sqrt(squares / (fits.size() - 1)),
                fits.stream().map(Fit::accuracy).toList(),
                fits.stream().map(fit -> fit.penalty.value()).toList(),
                fits.stream().filter(fit -> fit.penalty.atEdge()).count());
    }

    String[] cells() {
        return new String[] {
            Integer.toString(labels),
            input,
            Integer.toString(width),
            ResultText.number("%.2f", PERCENT * mean),
            ResultText.number("%.2f", PERCENT * sd),
            weights()
        };
    }

    private String weights() {
        double[] sorted = penalties.stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .distinct()
                .toArray();
        String ends = ResultText.number("%.0e", sorted[0])
                + (sorted.length == 1 ? "" : ResultText.number(" … %.0e", sorted[sorted.length - 1]));
        return ends + (atEdge == 0 ? "" : ", " + atEdge + " at an edge of those tried");
    }
}
