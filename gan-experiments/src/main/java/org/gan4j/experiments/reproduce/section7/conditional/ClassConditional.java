package org.gan4j.experiments.reproduce.section7.conditional;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.library.metric.label.ClassProbe;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.reproduce.TrainedRun;
import org.gan4j.experiments.run.ReopenedRun;

/**
 * Section 7's conditional pair: equally many pictures of each class are asked for, every one with a z of its own, and a probe that
 * knows real pictures alone says what they show. Beside the share that agrees stand the probe's own accuracy on real pictures that
 * it has not seen, and the agreement with the same classes in random order.
 */
@About(
        value = "pictures of a class that was asked for, judged by a probe made of real pictures",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 7; Mirza and Osindero 2014, arXiv:1411.1784")
public record ClassConditional(
        @Param(
                value = "mnist-conditional",
                doc = "recipe or YAML file to train where no run is named; other keys are its settings")
        String recipe,

        @Param(value = "100", min = 1, doc = "pictures asked for of each class")
        int draws,

        @Param(value = "10000", min = ClassProbe.NEIGHBOURS, doc = "real training pictures that the probe is made of")
        int examples)
        implements RunReproduction {
    /** The least share of pictures that show what was asked for. */
    static final double BOUND = 0.9;

    private static final String NAME = "conditional";

    /** Checks what only a conditional pair has, then what all need. */
    private TrainedRun trained(ReproductionRequest request) {
        if (request.runs().isEmpty()) {
            request.experiments(recipe).forEach(ClassPair::of);
        }
        return new TrainedRun(NAME, recipe, request);
    }

    @Override
    public List<String> plan(ReproductionRequest request) {
        return trained(request).plan();
    }

    @Override
    public ConditionalResult run(ReproductionRequest request) {
        try (ReopenedRun opened = trained(request).open()) {
            return judge(opened, request.out().resolve("conditional.png"));
        }
    }

    private ConditionalResult judge(ReopenedRun opened, Path file) {
        ClassPair pair = ClassPair.of(opened.experiment());
        Table train = pair.first(Split.TRAIN, examples);
        ClassProbe probe = new ClassProbe(pair.pictures(train), train.labels().orElseThrow());
        Table held = pair.first(Split.VALIDATION, draws * pair.classes());
        AccuracyShare accuracy = AccuracyShare.equal(held.labels().orElseThrow(), probe.classify(pair.pictures(held)));
        int[] asked = ClassRequest.each(pair.classes(), draws);
        FloatTensor latent = opened.run().latent(asked.length, NAME);
        FloatTensor shown = opened.run().generate(pair.asking(latent, asked));
        ClassRequest request = new ClassRequest(
                pair.classes(), asked, probe.classify(pair.data().caption().cut(shown)));
        ClassPicture.draw(opened, pair, latent, file);
        long seed = opened.experiment().seed();
        AccuracyShare agreement = request.agreement();
        return new ConditionalResult(
                List.of(file),
                opened.folder().path(),
                seed,
                agreement.value() >= BOUND,
                BOUND,
                agreement,
                accuracy,
                request.shuffled(seed),
                request.rows(),
                probe.count());
    }
}
