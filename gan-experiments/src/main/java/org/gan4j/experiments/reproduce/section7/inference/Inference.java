package org.gan4j.experiments.reproduce.section7.inference;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.reproduce.TrainedRun;
import org.gan4j.experiments.run.ReopenedRun;

/**
 * Section 7.2: a net that predicts z from G(z), trained after G is fixed. Whoever always answers with the prior's mean errs by the
 * prior's variance, so that is the measure of the error on latents that E was not trained on.
 */
@About(
        value = "a net that finds z from G(z), trained after the generator; its error on held-out z",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 7, item 2")
public record Inference(
        @Param(value = "mnist", doc = "recipe or YAML file to train where no run is named; other keys are its settings")
        String recipe,

        @Param(value = "8", min = 1, doc = "values of z, where a run is trained: of many, G loses most")
        int latent,

        @Param(value = "4000", min = 10, doc = "updates of the inference net")
        int updates,

        @Param(value = "[800,800]", min = 1, doc = "widths of its hidden layers")
        List<Integer> hidden)
        implements RunReproduction {
    static final int HELD_OUT = 10_000;

    private static final String NAME = "inference";

    private TrainedRun trained(ReproductionRequest request) {
        return new TrainedRun(NAME, recipe, request.with("prior.size=" + latent));
    }

    @Override
    public List<String> plan(ReproductionRequest request) {
        return trained(request).plan();
    }

    @Override
    public InferenceResult run(ReproductionRequest request) {
        TrainedRun trained = trained(request);
        try (ReopenedRun opened = trained.open();
                InferenceNet net = InferenceNet.of(opened, hidden, updates, step -> request.progress()
                        .accept("inference net: update " + step + " of " + updates))) {
            FloatTensor z = opened.run().latent(HELD_OUT, NAME);
            FloatTensor x = opened.run().generate(z);
            FloatTensor found = net.infer(x);
            Path file = request.out().resolve("inference.png");
            InferencePicture.draw(opened, trained.images(opened.experiment()), net, x, file);
            return InferenceResult.of(
                    file,
                    opened,
                    updates,
                    RecoveredLatents.of(z, found, x, opened.run().generate(found)));
        }
    }
}
