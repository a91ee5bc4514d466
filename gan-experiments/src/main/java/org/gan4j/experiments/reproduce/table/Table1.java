package org.gan4j.experiments.reproduce.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.command.Context;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.run.Experiment;
import org.gan4j.experiments.compare.statistics.TextTable;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.store.RunFolder;

/** Table 1 with a row of ours: says of each ± what it is, of the protocol whether it is the paper's, and what controls score by it. */
@About(
        value = "the log-likelihood of the test set, beside the paper's rows and controls",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, table 1")
public record Table1(
        @Param(
                value = "mnist-paper-code",
                doc = "recipe or YAML file to train where no run is named; other keys are its settings")
        String recipe,

        @Param(value = "true", doc = "also measure true data, k-means centroids and the mean image")
        boolean controls)
        implements RunReproduction {
    @Override
    public int run(Context context, ReproductionRequest request) {
        request.requireRunsAlone();
        List<Experiment> experiments = request.runs().isEmpty() ? request.experiments(recipe) : List.of();
        if (context.dryRun()) {
            experiments.forEach(experiment -> context.print(experiment.toString()));
            return 0;
        }
        List<RunFolder> runs = request.finished(experiments);
        MeasuredScores measured = MeasuredScores.of(request.runner(), runs, controls);
        List<TableRow> rows = new ArrayList<>(PublishedScores.rows(measured.dataset()));
        rows.add(measured.row());
        rows.addAll(measured.seedRows());
        rows.addAll(measured.controlRows());
        List<String> remarks = TableRemarks.of(measured, rows);
        Path page = TablePage.write(rows, remarks, runs, request.out().resolve("table1.html"));

        context.print(text(rows));
        remarks.forEach(context::print);
        context.print(page.toString());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("files", List.of(page.toString()));
        document.put("metric", measured.protocol());
        document.put("dataset", measured.dataset());
        document.put("runs", runs.stream().map(run -> run.path().toString()).toList());
        document.put("rows", rows.stream().map(TableRow::document).toList());
        document.put("remarks", remarks);
        context.result(document);
        return 0;
    }

    private static String text(List<TableRow> rows) {
        TextTable table = new TextTable();
        table.add("model", "nats", "±", "sigma", "what the ± is, and whose row");
        rows.forEach(row -> table.add(
                row.model(),
                number("%.1f", row.value()),
                number("%.1f", row.plusMinus()),
                number("%.4f", row.sigma()) + (row.atEdge() ? "!" : ""),
                row.kind() + "; " + row.source()));
        return table.toString();
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }
}
