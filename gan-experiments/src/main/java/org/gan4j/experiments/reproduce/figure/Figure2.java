package org.gan4j.experiments.reproduce.figure;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.ReproductionResult;
import org.gan4j.experiments.reproduce.ResultText;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.reproduce.TrainedRun;
import org.gan4j.experiments.reproduce.Verdict;
import org.gan4j.experiments.run.ReopenedRun;

/**
 * Figure 2: the first draws of a named stream, none left out, in four rows of five; at the end of each row the training example that is
 * nearest to the sample beside it, by the sum of squared differences of pixels.
 */
@About(
        value = "random samples, and the training examples nearest to the last of each row",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, figure 2; layout of its code")
public record Figure2(
        @Param(value = "mnist", doc = "recipe or YAML file to train where no run is named; other keys are its settings")
        String recipe)
        implements RunReproduction {
    private static final int ROWS = 4;
    private static final int COLUMNS = 5;
    private static final String STREAM = "figure 2";

    /** The nearest training example for the last sample of each row of the picture. */
    public record Figure2Result(List<Path> files, Path run, long seed, List<NearestExample> rows)
            implements ReproductionResult {
        @Override
        public Verdict verdict() {
            return Verdict.measuredOnly();
        }

        @Override
        public void describe(ResultText text) {
            text.add("the first " + ROWS * COLUMNS + " draws of the stream '" + STREAM + "' of " + run + ", seed "
                    + seed + "; none left out");
            rows.forEach(row -> text.format(
                    "row %d: sample %d, nearest training example %d at a squared distance of %.2f",
                    rows.indexOf(row) + 1, row.sample(), row.neighbour(), row.squaredDistance()));
        }
    }

    private TrainedRun trained(ReproductionRequest request) {
        return new TrainedRun("fig2", recipe, request);
    }

    @Override
    public List<String> plan(ReproductionRequest request) {
        return trained(request).plan();
    }

    @Override
    public Figure2Result run(ReproductionRequest request) {
        TrainedRun trained = trained(request);
        try (ReopenedRun opened = trained.open()) {
            FloatTensor train =
                    trained.images(opened.experiment()).load(Split.TRAIN).toFloats();
            FloatTensor samples = opened.run().generate(opened.run().latent(ROWS * COLUMNS, STREAM));
            List<NearestExample> nearest = NearestExample.ofLast(samples, COLUMNS, train);
            Path file = request.out().resolve("fig2.png");
            Pictures.beside(samples, COLUMNS, NearestExample.examples(nearest, train), file);
            return new Figure2Result(
                    List.of(file), opened.folder().path(), opened.experiment().seed(), nearest);
        }
    }
}
