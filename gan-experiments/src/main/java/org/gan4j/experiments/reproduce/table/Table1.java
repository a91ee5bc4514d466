package org.gan4j.experiments.reproduce.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
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
    public List<String> plan(ReproductionRequest request) {
        return request.experimentsWithoutRuns(recipe).stream()
                .map(Experiment::toString)
                .toList();
    }

    @Override
    public Table1Result run(ReproductionRequest request) {
        List<RunFolder> runs = request.finished(request.experimentsWithoutRuns(recipe));
        MeasuredScores measured = MeasuredScores.of(request.runner(), runs, controls);
        List<TableRow> rows = new ArrayList<>(PublishedScores.rows(measured.dataset()));
        rows.add(measured.row());
        rows.addAll(measured.seedRows());
        rows.addAll(measured.controlRows());
        List<Path> folders = runs.stream().map(RunFolder::path).toList();
        Path page = request.out().resolve("table1.html");
        Table1Result result = new Table1Result(
                List.of(page), measured.protocol(), measured.dataset(), folders, rows, TableRemarks.of(measured, rows));
        TablePage.write(result, page);
        return result;
    }
}
