package org.gan4j.experiments.reproduce.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.reproduce.figure.Figure1Result.Figure1Row;
import org.gan4j.experiments.store.RunFolder;

/** Figure 1 from one run: (a) half-way; (b) after D alone was trained, to D*; (c) after G alone was updated; (d) at the end. */
@About(
        value = "p_data, p_g, D and D* on a line, in four panels of one run and as a film of it",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, figure 1")
public record Figure1(
        @Param(value = "figure-1", doc = "recipe or YAML file; other keys are settings of its experiment")
        String recipe)
        implements RunReproduction {
    @Override
    public List<String> plan(ReproductionRequest request) {
        return experiments(request).stream().map(Experiment::toString).toList();
    }

    private List<Experiment> experiments(ReproductionRequest request) {
        request.refuseRuns("fig1 looks at a run while it trains, so it takes none that is finished");
        List<Experiment> experiments = request.experiments(recipe);
        experiments.forEach(RunFrames::check);
        return experiments;
    }

    @Override
    public Figure1Result run(ReproductionRequest request) {
        List<Figure1Row> rows = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (Experiment experiment : experiments(request)) {
            RunFrames frames = new RunFrames(experiment);
            RunFolder run = ReproductionRequest.finished(
                    request.runner().observedBy(frames::look).run(experiment));
            if (files.isEmpty()) {
                files.addAll(frames.write(request.out(), run));
            }
            rows.add(Figure1Row.of(experiment.seed(), run.path(), frames));
        }
        return new Figure1Result(files, rows);
    }
}
