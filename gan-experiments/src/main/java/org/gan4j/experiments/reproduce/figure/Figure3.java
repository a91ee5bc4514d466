package org.gan4j.experiments.reproduce.figure;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.command.Context;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.draw.sample.Players;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.reproduce.TrainedRun;
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

    @Override
    public int run(Context context, ReproductionRequest request) {
        try (ReopenedRun opened = TrainedRun.open(context, request, recipe).orElse(null)) {
            if (opened == null) {
                return 0;
            }
            TrainedRun.images(opened.experiment(), "fig3");
            FloatTensor ends = opened.run().latent(lines + 1, STREAM);
            FloatTensor images = opened.run().generate(Players.lines(ends, lines, points));
            Path file = request.out().resolve("fig3.png");
            Pictures.strip(images, points, file);
            context.print("lines between the first " + ends.count() + " draws of the stream '" + STREAM + "' of "
                    + opened.folder().path() + ", seed " + opened.experiment().seed());
            context.print(file.toString());
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("files", List.of(file.toString()));
            document.put("run", opened.folder().path().toString());
            document.put("seed", opened.experiment().seed());
            context.result(document);
        }
        return 0;
    }
}
