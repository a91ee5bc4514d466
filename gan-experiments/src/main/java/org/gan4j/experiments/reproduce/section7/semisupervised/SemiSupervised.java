package org.gan4j.experiments.reproduce.section7.semisupervised;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.reproduce.TrainedRun;
import org.gan4j.experiments.run.ReopenedRun;

/**
 * Section 7, item 4: whether the discriminator's features help where labels are few. A linear classifier on what D's last layer sees,
 * beside the same on pixels, and on what the last layer of an untrained D sees, because random features alone may help. The paper names the
 * use and no number, so there is nothing to miss: all is measured only.
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

    private TrainedRun trained(ReproductionRequest request) {
        return new TrainedRun(NAME, recipe, request);
    }

    @Override
    public List<String> plan(ReproductionRequest request) {
        return trained(request).plan();
    }

    @Override
    public SemiSupervisedResult run(ReproductionRequest request) {
        TrainedRun trained = trained(request);
        // Before minutes of training, not after.
        trained.experiment().ifPresent(experiment -> draws(trained, experiment));
        try (ReopenedRun opened = trained.open()) {
            return measure(trained, opened);
        }
    }

    /** The draws of an experiment's images, which have what this asks for. */
    private LabelDraws draws(TrainedRun trained, Experiment experiment) {
        LabelDraws drawn = new LabelDraws(trained.images(experiment).load(Split.TRAIN), NAME);
        labels.forEach(drawn::require);
        return drawn;
    }

    private SemiSupervisedResult measure(TrainedRun trained, ReopenedRun opened) {
        Experiment experiment = opened.experiment();
        Table all = trained.images(experiment).load(Split.TEST);
        Table judging = all.slice(0, Math.min(test, all.count()));
        LinearProbe probe = new LinearProbe(draws(trained, experiment), draws, judging);
        List<AccuracyRow> rows = new ArrayList<>();
        List<AccuracyDifference> differences = new ArrayList<>();
        try (Run untrained = experiment.parts().backend().value().open(experiment)) {
            requireFeatures(opened, judging);
            for (int count : labels) {
                trained.request().progress().accept(NAME + ": " + count + " labels, " + draws + " draws");
                AccuracyRow pixels = probe.measure(count, PIXELS, examples -> examples);
                AccuracyRow random = probe.measure(count, UNTRAINED, untrained::features);
                AccuracyRow learned = probe.measure(count, FEATURES, opened.run()::features);
                rows.addAll(List.of(pixels, random, learned));
                differences.add(AccuracyDifference.of(learned, pixels));
                differences.add(AccuracyDifference.of(learned, random));
            }
        }
        return new SemiSupervisedResult(
                opened.folder().path(), experiment.seed(), draws, judging.count(), rows, differences);
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
}
