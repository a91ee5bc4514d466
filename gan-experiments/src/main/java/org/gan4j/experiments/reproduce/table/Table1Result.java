package org.gan4j.experiments.reproduce.table;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.experiments.compare.conclusion.TextTable;
import org.gan4j.experiments.reproduce.ReproductionResult;
import org.gan4j.experiments.reproduce.ResultText;
import org.gan4j.experiments.reproduce.Verdict;

/**
 * The table.
 *
 * @param metric  the protocol of our rows
 * @param dataset of our rows
 * @param rows    the paper's, ours, the controls
 * @param remarks what must be said beside the numbers
 */
public record Table1Result(
        List<Path> files, String metric, String dataset, List<Path> runs, List<TableRow> rows, List<String> remarks)
        implements ReproductionResult {
    @Override
    public Verdict verdict() {
        return new Verdict(
                Verdict.Ruling.MEASURED_ONLY, "nothing, because the score depends on how long the run trains");
    }

    @Override
    public void describe(ResultText text) {
        TextTable table = new TextTable();
        table.add("model", "nats", "±", "sigma", "what the ± is, and whose row");
        rows.forEach(row -> table.add(
                row.model(),
                number("%.1f", row.value()),
                number("%.1f", row.plusMinus()),
                number("%.4f", row.sigma()) + (row.sigmaAtEdge() ? "!" : ""),
                row.kind() + "; " + row.source()));
        text.add(table);
        remarks.forEach(text::add);
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "" : ResultText.number(format, value);
    }
}
