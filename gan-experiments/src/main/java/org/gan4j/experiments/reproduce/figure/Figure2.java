package org.gan4j.experiments.reproduce.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.command.Context;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.reproduce.TrainedRun;
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

    @Override
    public int run(Context context, ReproductionRequest request) {
        try (ReopenedRun opened = TrainedRun.open(context, request, recipe).orElse(null)) {
            if (opened == null) {
                return 0;
            }
            FloatTensor train = TrainedRun.images(opened.experiment(), "fig2")
                    .load(Split.TRAIN)
                    .toFloats();
            FloatTensor samples = opened.run().generate(opened.run().latent(ROWS * COLUMNS, STREAM));
            List<NearestExample> nearest = NearestExample.ofLast(samples, COLUMNS, train);
            Path file = request.out().resolve("fig2.png");
            Pictures.beside(samples, COLUMNS, NearestExample.examples(nearest, train), file);
            tell(context, opened, nearest, file);
        }
        return 0;
    }

    private static void tell(Context context, ReopenedRun opened, List<NearestExample> nearest, Path file) {
        context.print("the first " + ROWS * COLUMNS + " draws of the stream '" + STREAM + "' of "
                + opened.folder().path() + ", seed " + opened.experiment().seed() + "; none left out");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (NearestExample neighbour : nearest) {
            context.print(String.format(
                    Locale.ROOT,
                    "row %d: sample %d, nearest training example %d at a squared distance of %.2f",
                    rows.size() + 1,
                    neighbour.sample(),
                    neighbour.example(),
                    neighbour.squaredDistance()));
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("sample", neighbour.sample());
            row.put("neighbour", neighbour.example());
            row.put("squaredDistance", neighbour.squaredDistance());
            rows.add(row);
        }
        context.print(file.toString());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("files", List.of(file.toString()));
        document.put("run", opened.folder().path().toString());
        document.put("seed", opened.experiment().seed());
        document.put("rows", rows);
        context.result(document);
    }
}
