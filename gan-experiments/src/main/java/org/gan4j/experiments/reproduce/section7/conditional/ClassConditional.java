package org.gan4j.experiments.reproduce.section7.conditional;

import java.nio.file.Path;
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
import org.gan4j.experiments.compare.statistics.TextTable;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.reproduce.TrainedRun;
import org.gan4j.experiments.run.ReopenedRun;

/**
 * Section 7's conditional pair: equally many pictures of each class are asked for, every one with a z of its own, and a probe that
 * knows real pictures alone says what they show. Beside the share that agrees stand the probe's own accuracy on real pictures that
 * it has not seen, and the agreement with the same classes in random order. Fails below {@link #BOUND}.
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

    private static final int COLUMNS = 10;
    private static final String STREAM = "conditional";

    @Override
    public int run(Context context, ReproductionRequest request) {
        if (request.runs().isEmpty()) {
            request.experiments(recipe).forEach(ClassPair::of);
        }
        try (ReopenedRun opened = TrainedRun.open(context, request, recipe).orElse(null)) {
            return opened == null ? 0 : judge(context, opened, request.out().resolve("conditional.png"));
        }
    }

    private int judge(Context context, ReopenedRun opened, Path file) {
        ClassPair pair = ClassPair.of(opened.experiment());
        Table train = pair.first(Split.TRAIN, examples);
        ClassProbe probe = new ClassProbe(pair.pictures(train), train.labels().orElseThrow());
        Table held = pair.first(Split.VALIDATION, draws * pair.classes());
        AccuracyShare accuracy = AccuracyShare.equal(held.labels().orElseThrow(), probe.classify(pair.pictures(held)));
        int[] asked = ClassRequest.each(pair.classes(), draws);
        FloatTensor latent = opened.run().latent(asked.length, STREAM);
        FloatTensor shown = opened.run().generate(pair.asking(latent, asked));
        ClassRequest result = new ClassRequest(
                pair.classes(), asked, probe.classify(pair.data().caption().cut(shown)));
        Pictures.strip(opened.run().generate(columns(pair, latent)), COLUMNS, file);
        tell(context, opened, result, accuracy, probe.count(), file);
        return result.agreement().value() >= BOUND ? 0 : 1;
    }

    /** The first draws of z once more for each class, so that down a column the class alone changes. */
    private static FloatTensor columns(ClassPair pair, FloatTensor latent) {
        int width = latent.width();
        float[] values = new float[pair.classes() * COLUMNS * width];
        for (int label = 0; label < pair.classes(); label++) {
            for (int column = 0; column < COLUMNS; column++) {
                float[] z = latent.row(column % latent.count());
                System.arraycopy(z, 0, values, (label * COLUMNS + column) * width, width);
            }
        }
        FloatTensor repeated = new FloatTensor(latent.shape().example().prepend(pair.classes() * COLUMNS), values);
        return pair.asking(repeated, ClassRequest.each(pair.classes(), COLUMNS));
    }

    private static void tell(
            Context context, ReopenedRun opened, ClassRequest result, AccuracyShare accuracy, int examples, Path file) {
        AccuracyShare agreement = result.agreement();
        AccuracyShare shuffled = result.shuffled(opened.experiment().seed());
        boolean passed = agreement.value() >= BOUND;
        context.print(table(result));
        context.print(String.format(
                Locale.ROOT,
                "%s: of %d pictures %s show the class that was asked for; at least %s is asked of a conditional pair",
                passed ? "ok" : "BROKEN",
                agreement.of(),
                percent(agreement),
                percent(BOUND)));
        context.print("the probe itself, on " + accuracy.of() + " real pictures that it has not seen: "
                + percent(accuracy) + " (" + ClassProbe.NEIGHBOURS + " nearest of " + examples + " training pictures)");
        context.print("by chance, the same classes in random order: " + percent(shuffled));
        context.print(file.toString());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("files", List.of(file.toString()));
        document.put("run", opened.folder().path().toString());
        document.put("seed", opened.experiment().seed());
        document.put("passed", passed);
        document.put("bound", BOUND);
        document.put("agreement", described(agreement));
        document.put("probe", described(accuracy));
        document.put("shuffled", described(shuffled));
        document.put("rows", result.rows());
        context.result(document);
    }

    private static String table(ClassRequest result) {
        TextTable table = new TextTable();
        table.add("class", "pictures", "agree", "else mostly");
        for (int label = 0; label < result.classes(); label++) {
            AccuracyShare share = result.agreement(label);
            int other = result.mistakenFor(label);
            table.add(
                    String.valueOf(label),
                    String.valueOf(share.of()),
                    percent(share.value()),
                    other == label ? "" : String.valueOf(other));
        }
        return table.toString();
    }

    private static Map<String, Object> described(AccuracyShare share) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("value", share.value());
        described.put("low", share.low());
        described.put("high", share.high());
        described.put("n", share.of());
        return described;
    }

    private static String percent(AccuracyShare share) {
        return percent(share.value()) + " [" + percent(share.low()) + ", " + percent(share.high()) + "]";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
