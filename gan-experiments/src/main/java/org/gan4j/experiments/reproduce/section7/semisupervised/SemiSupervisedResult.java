package org.gan4j.experiments.reproduce.section7.semisupervised;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.experiments.compare.conclusion.TextTable;
import org.gan4j.experiments.reproduce.ReproductionResult;
import org.gan4j.experiments.reproduce.ResultText;
import org.gan4j.experiments.reproduce.Verdict;

/**
 * The accuracy of a linear classifier on each input.
 *
 * @param draws       of labelled examples
 * @param test        number of test examples
 * @param rows        three inputs for each number of labels
 * @param differences of D's features from pixels and from those of an untrained D
 */
public record SemiSupervisedResult(
        Path run, long seed, int draws, int test, List<AccuracyRow> rows, List<AccuracyDifference> differences)
        implements ReproductionResult {
    @Override
    public Verdict verdict() {
        return Verdict.measuredOnly();
    }

    @Override
    public void describe(ResultText text) {
        text.add("D of " + run + ", seed " + seed + "; " + draws + " draws of labelled examples, " + test
                + " test examples");
        TextTable table = new TextTable();
        table.add("labels", "input", "values", "test accuracy, %", "± sd", "L2 weights chosen");
        rows.forEach(row -> table.add(row.cells()));
        text.add(table);
        differences.forEach(difference -> text.add("with " + difference.labels() + " labels, " + difference.text()));
        text.add("± is the standard deviation over draws of labelled examples; the differences are paired by draw, and"
                + " each interval (Student t) is uncorrected. All numbers are of one trained pair and one test set.");
        text.add("Each input is shifted and scaled by one factor, and its L2 weight chosen by five-fold cross entropy,"
                + " on the labelled examples alone.");
    }
}
