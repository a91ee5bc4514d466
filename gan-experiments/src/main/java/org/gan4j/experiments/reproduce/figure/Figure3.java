package org.gan4j.experiments.reproduce.figure;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.draw.sample.Players;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.ReproductionResult;
import org.gan4j.experiments.reproduce.ResultText;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.reproduce.TrainedRun;
import org.gan4j.experiments.reproduce.Verdict;
import org.gan4j.experiments.run.ReopenedRun;

/** Figure 3: a row of pictures along each straight line from one draw of z to the next; the first draws of a named stream. */
@About(
        value = "pictures along straight lines between random points of the latent space",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, figure 3")
public record Figure3(
        @Param(value = "mnist", doc = "recipe or YAML file to train where no run is named; other keys are its settings")
        String recipe,

        @Param(value = "4", min = 1, max = 100, doc = "lines, each from where the one before ended")
        int lines,

        @Param(value = "10", min = 2, max = 100, doc = "pictures of a line, both ends included")
        int points)
        implements RunReproduction {
    private static final String STREAM = "figure 3";

    /** The picture, and the run it is of. */
    public record Figure3Result(List<Path> files, Path run, long seed) implements ReproductionResult {
        @Override
        public Verdict verdict() {
            return Verdict.measuredOnly();
        }

        @Override
        public void describe(ResultText text) {
            text.add("lines between the first draws of the stream '" + STREAM + "' of " + run + ", seed " + seed);
        }
    }

    private TrainedRun trained(ReproductionRequest request) {
        return new TrainedRun("fig3", recipe, request);
    }

    @Override
    public List<String> plan(ReproductionRequest request) {
        return trained(request).plan();
    }

    @Override
    public Figure3Result run(ReproductionRequest request) {
        TrainedRun trained = trained(request);
        try (ReopenedRun opened = trained.open()) {
            trained.images(opened.experiment());
            FloatTensor ends = opened.run().latent(lines + 1, STREAM);
            FloatTensor images = opened.run().generate(Players.lines(ends, lines, points));
            Path file = request.out().resolve("fig3.png");
            Pictures.strip(images, points, file);
            return new Figure3Result(
                    List.of(file), opened.folder().path(), opened.experiment().seed());
        }
    }
}
