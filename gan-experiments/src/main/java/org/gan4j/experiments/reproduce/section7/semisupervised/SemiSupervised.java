package org.gan4j.experiments.reproduce.section7.semisupervised;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.command.Context;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Experiment;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.compare.statistics.TextTable;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.reproduce.TrainedRun;
import org.gan4j.experiments.run.ReopenedRun;

/**
 * Section 7, item 4: whether the discriminator's features help where labels are few. A linear classifier on what D's last layer sees,
 * beside the same on pixels, and on what the last layer of an untrained D sees, because random features alone may help. The paper names the
 * use and no number, so the exit code is 0 once all is measured.
 */
@About(
        value = "a linear classifier of few labels on D's features, beside pixels and an untrained D; exit code 0 once"
                + " measured",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 7, item 4")
public record SemiSupervised(
        @Param(value = "mnist", doc = "recipe or YAML file to train where no run is named; other keys are its settings")
        String recipe,

        @Param(value = "[100,1000]", min = 2, doc = "numbers of labelled examples, as many of each class")
        List<Integer> labels,

        @Param(value = "5", min = 3, max = 1000, doc = "draws of labelled examples, the same for every run")
        int draws,

        @Param(
                value = "10000",
                min = 1,
                doc = "test examples to judge on, the first of the split; all where it has fewer")
        int test)
        implements RunReproduction {
    private static final String NAME = "semi-supervised";
    private static final String PIXELS = "pixels";
    private static final String FEATURES = "features of D";
    private static final String UNTRAINED = "features of an untrained D";
    private static final double PERCENT = 100;
    private static final List<String> REMARKS = List.of(
            "± is the standard deviation over draws of labelled examples; the differences are paired by draw, and each"
                    + " interval (Student t) stands for itself. All is of one trained pair and one test set.",
            "Each input is shifted and scaled by one factor, and its L2 weight chosen by five-fold cross entropy, on"
                    + " the labelled examples alone.",
            "The paper names the use and no number: exit code 0 says that it was measured.");

    @Override
    public int run(Context context, ReproductionRequest request) {
        if (request.runs().isEmpty() && !context.dryRun()) {
            // Before minutes of training, not after.
            request.experiments(recipe).forEach(this::draws);
        }
        try (ReopenedRun opened = TrainedRun.open(context, request, recipe).orElse(null)) {
            if (opened != null) {
                measure(context, opened);
            }
        }
        return 0;
    }

    /** The draws of an experiment's images, which have what this asks for. */
    private LabelDraws draws(Experiment experiment) {
        LabelDraws drawn = new LabelDraws(TrainedRun.images(experiment, NAME).load(Split.TRAIN), NAME);
        labels.forEach(drawn::require);
        return drawn;
    }

    private void measure(Context context, ReopenedRun opened) {
        Experiment experiment = opened.experiment();
        Table all = TrainedRun.images(experiment, NAME).load(Split.TEST);
        LinearProbe probe = new LinearProbe(draws(experiment), draws, all.slice(0, Math.min(test, all.count())));
        List<AccuracyRow> rows = new ArrayList<>();
        try (Run untrained = experiment.parts().backend().value().open(experiment)) {
            requireFeatures(opened, probe.test());
            for (int count : labels) {
                context.note("semi-supervised: " + count + " labels, " + draws + " draws");
                rows.add(probe.measure(count, PIXELS, examples -> examples));
                rows.add(probe.measure(count, UNTRAINED, untrained::features));
                rows.add(probe.measure(count, FEATURES, opened.run()::features));
            }
        }
        tell(context, opened, probe, rows);
    }

    /** A discriminator whose features are the pixels has nothing to be compared. */
    private static void requireFeatures(ReopenedRun opened, Table test) {
        FloatTensor one = test.slice(0, 1).toFloats();
        if (Arrays.equals(one.values(), opened.run().features(one).values())) {
            throw new InvalidInput(
                    "discriminator",
                    "has one layer with weights, so its features are the pixels themselves; maxout and mlp have more");
        }
    }

    private void tell(Context context, ReopenedRun opened, LinearProbe probe, List<AccuracyRow> rows) {
        List<AccuracyDifference> differences = new ArrayList<>();
        TextTable table = new TextTable();
        table.add("labels", "input", "values", "test accuracy, %", "± sd", "L2 weights chosen");
        for (int i = 0; i < rows.size(); i += 3) {
            differences.add(AccuracyDifference.of(rows.get(i + 2), rows.get(i)));
            differences.add(AccuracyDifference.of(rows.get(i + 2), rows.get(i + 1)));
        }
        rows.forEach(row -> table.add(cells(row)));
        context.print("D of " + opened.folder().path() + ", seed "
                + opened.experiment().seed() + "; " + draws + " draws of labelled examples, "
                + probe.test().count() + " test examples");
        context.print(table.toString());
        differences.forEach(
                difference -> context.print("with " + difference.labels() + " labels, " + difference.text()));
        REMARKS.forEach(context::print);
        context.result(document(opened, probe, rows, differences));
    }

    private static String[] cells(AccuracyRow row) {
        return new String[] {
            Integer.toString(row.labels()),
            row.input(),
            Integer.toString(row.width()),
            String.format(Locale.ROOT, "%.2f", PERCENT * row.mean()),
            String.format(Locale.ROOT, "%.2f", PERCENT * row.deviation()),
            weights(row)
        };
    }

    private static String weights(AccuracyRow row) {
        double[] sorted = row.fits().stream()
                .mapToDouble(fit -> fit.penalty().value())
                .sorted()
                .distinct()
                .toArray();
        String ends = String.format(Locale.ROOT, "%.0e", sorted[0])
                + (sorted.length == 1 ? "" : String.format(Locale.ROOT, " … %.0e", sorted[sorted.length - 1]));
        return ends + (row.atEdge() == 0 ? "" : ", " + row.atEdge() + " at an edge of those tried");
    }

    private static Map<String, Object> document(
            ReopenedRun opened, LinearProbe probe, List<AccuracyRow> rows, List<AccuracyDifference> differences) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run", opened.folder().path().toString());
        document.put("seed", opened.experiment().seed());
        document.put("draws", probe.count());
        document.put("test", probe.test().count());
        document.put("rows", rows.stream().map(AccuracyRow::document).toList());
        document.put(
                "differences",
                differences.stream().map(AccuracyDifference::document).toList());
        return document;
    }
}
