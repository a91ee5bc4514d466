package org.gan4j.experiments.reproduce.section7.inference;

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
 * Section 7.2: a net that predicts z from G(z), trained after G is fixed. Whoever always answers with the prior's mean errs by the
 * prior's variance, so that is the measure: it comes out if the error on latents that E was not trained on is below half of it.
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
    private static final String STREAM = "inference";
    private static final int HELD_OUT = 10_000;
    private static final int SHOWN = 10;
    /** Largest error, as a share of the prior's variance. */
    private static final double SHARE = 0.5;

    @Override
    public int run(Context context, ReproductionRequest request) {
        try (ReopenedRun opened =
                TrainedRun.open(context, sized(request), recipe).orElse(null)) {
            return opened == null ? 0 : run(context, request, opened);
        }
    }

    /** The same request, with the width of z if it is to be trained. */
    private ReproductionRequest sized(ReproductionRequest request) {
        if (!request.runs().isEmpty()) {
            return request;
        }
        List<String> settings = new ArrayList<>(request.settings());
        settings.add("prior.size=" + latent);
        return new ReproductionRequest(request.runner(), request.runs(), request.seeds(), settings, request.out());
    }

    private int run(Context context, ReproductionRequest request, ReopenedRun opened) {
        FloatTensor z = opened.run().latent(HELD_OUT, STREAM);
        FloatTensor x = opened.run().generate(z);
        try (InferenceNet net = InferenceNet.of(
                opened, hidden, updates, step -> context.note("inference net: update " + step + " of " + updates))) {
            FloatTensor found = net.infer(x);
            RecoveredLatents recovered =
                    RecoveredLatents.of(z, found, x, opened.run().generate(found));
            Path file = request.out().resolve("inference.png");
            draw(opened, net, x, file);
            tell(context, opened, recovered, file);
            return recovered.share() < SHARE ? 0 : 1;
        }
    }

    /** Below each row of samples, and of examples that neither net has seen, what G makes of E's answer to them. */
    private static void draw(ReopenedRun opened, InferenceNet net, FloatTensor samples, Path file) {
        FloatTensor made = samples.slice(0, SHOWN);
        FloatTensor real = TrainedRun.images(opened.experiment(), "inference")
                .load(Split.TEST)
                .slice(0, SHOWN)
                .toFloats();
        Pictures.sideBySide(
                List.of(
                        new Pictures.Panel("x = G(z)", made),
                        new Pictures.Panel("G(E(x))", opened.run().generate(net.infer(made))),
                        new Pictures.Panel("x of the test split", real),
                        new Pictures.Panel("G(E(x))", opened.run().generate(net.infer(real)))),
                SHOWN,
                file);
    }

    private void tell(Context context, ReopenedRun opened, RecoveredLatents recovered, Path file) {
        context.print(String.format(
                Locale.ROOT,
                "mean squared error of E(G(z)) on %,d held-out z: %.4f; variance of the prior: %.4f; share %.3f, %s",
                HELD_OUT,
                recovered.error(),
                recovered.variance(),
                recovered.share(),
                recovered.share() < SHARE ? "below one half" : "not below one half"));
        context.print(String.format(
                Locale.ROOT,
                "mean squared difference of a value of G(E(G(z))) and G(z): %.4f; of two samples: %.4f",
                recovered.rebuilt(),
                recovered.apart()));
        context.print(file.toString());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("files", List.of(file.toString()));
        document.put("run", opened.folder().path().toString());
        document.put("seed", opened.experiment().seed());
        document.put("updates", updates);
        document.put("error", recovered.error());
        document.put("variance", recovered.variance());
        document.put("share", recovered.share());
        document.put("rebuilt", recovered.rebuilt());
        document.put("apart", recovered.apart());
        context.result(document);
    }
}
