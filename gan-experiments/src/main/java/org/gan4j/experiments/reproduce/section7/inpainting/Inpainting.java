package org.gan4j.experiments.reproduce.section7.inpainting;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.Dataset;
import org.gan4j.api.command.Context;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.compare.statistics.Interval;
import org.gan4j.experiments.compare.statistics.TextTable;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.reproduce.TrainedRun;
import org.gan4j.experiments.run.ReopenedRun;

/**
 * Section 7, item 3: all conditionals of one model. The hidden half of test images is filled from {@link HalfPosterior}, for whatever half is
 * asked for, with one trained generator and nothing else; it comes out if the posterior mean errs less than the mean training image and
 * two draws differ. The published code's class InpaintingAdversaryCost instead trains a generator that is given one part and fills
 * another, for one mask.
 */
@About(
        value = "any half of an image given the other, by weighing draws of one generator; its error beside the mean"
                + " image's",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 7, item 3")
public record Inpainting(
        @Param(value = "mnist", doc = "recipe or YAML file to train where no run is named; other keys are its settings")
        String recipe,

        @Param(value = "bottom", doc = "the half that is hidden")
        HiddenHalf hide,

        @Param(value = "20000", min = 2, doc = "draws of G(z) that are weighed")
        int draws,

        @Param(value = "1000", min = 3, doc = "test images to fill, the first of the split; all where it has fewer")
        int images,

        @Param(
                value = "0",
                min = 0,
                doc = "width of the kernel that weighs, in units of the data; 0 chooses it by the posterior mean's"
                        + " error on validation images")
        double sigma)
        implements RunReproduction {
    private static final String NAME = "inpainting";
    private static final int CHOOSING = 300;
    private static final int SHOWN = 12;
    private static final double PERCENT = 100;

    @Override
    public int run(Context context, ReproductionRequest request) {
        try (ReopenedRun opened = TrainedRun.open(context, request, recipe).orElse(null)) {
            return opened == null ? 0 : run(context, request, opened);
        }
    }

    private int run(Context context, ReproductionRequest request, ReopenedRun opened) {
        Dataset.Finite data = TrainedRun.images(opened.experiment(), NAME);
        Table train = data.load(Split.TRAIN);
        FloatTensor test = first(data.load(Split.TEST), images);
        FloatTensor choosing = first(data.load(Split.VALIDATION), CHOOSING);
        FloatTensor generated = opened.run().generate(opened.run().latent(draws, NAME));
        long seed = opened.experiment().seed();
        FilledHalves filled = FilledHalves.of(conditional(generated, choosing), test, seed);
        FilledHalves fromTraining = FilledHalves.of(conditional(first(train, draws), choosing), test, seed);
        FillErrors measured = FillErrors.of(
                filled, fromTraining, average(train, filled.conditional().hidden()));
        Path file = request.out().resolve(NAME + ".png");
        draw(filled, file);
        boolean comesOut = measured.mean().mean() < measured.average().mean() && filled.imagesThatDiffer() > 0;
        print(context, opened, filled, measured, comesOut, file);
        context.result(document(opened, filled, measured, comesOut, file));
        return comesOut ? 0 : 1;
    }

    private HalfPosterior conditional(FloatTensor examples, FloatTensor choosing) {
        return sigma == 0 ? HalfPosterior.fitted(examples, hide, choosing) : new HalfPosterior(examples, hide, sigma);
    }

    private static FloatTensor first(Table table, int count) {
        return table.slice(0, Math.min(count, table.count())).toFloats();
    }

    private static float[] average(Table train, int[] hidden) {
        double[] mean = train.mean();
        float[] average = new float[hidden.length];
        for (int k = 0; k < average.length; k++) {
            average[k] = (float) mean[hidden[k]];
        }
        return average;
    }

    private static void draw(FilledHalves filled, Path file) {
        int count = Math.min(SHOWN, filled.images().count());
        List<Pictures.Panel> panels = List.of(
                new Pictures.Panel("the first test images", filled.images().slice(0, count)),
                new Pictures.Panel("what is seen of them", filled.veiled(count)),
                new Pictures.Panel("a draw from the posterior", filled.filled(count, filled::first)),
                new Pictures.Panel("another draw", filled.filled(count, filled::second)),
                new Pictures.Panel("posterior mean", filled.filled(count, filled::mean)));
        Pictures.sideBySide(panels, count, file);
    }

    private void print(
            Context context,
            ReopenedRun opened,
            FilledHalves filled,
            FillErrors measured,
            boolean comesOut,
            Path file) {
        HalfPosterior conditional = filled.conditional();
        context.print("G of " + opened.folder().path() + ", seed "
                + opened.experiment().seed() + "; "
                + conditional.count() + " draws weighed, "
                + filled.images().count() + " test images, the "
                + hide.toString().toLowerCase(Locale.ROOT)
                + " half hidden");
        context.print(text("sigma %.4f", conditional.sigma())
                + (sigma == 0 ? ", with which the posterior mean errs least on validation images" : ", as given")
                + (conditional.edge() ? "; Warning: at an edge of those tried, a better one may lie outside" : ""));
        TextTable table = new TextTable();
        table.add("hidden half filled with", "squared error", "less the mean image's", "95 % interval");
        for (FillScore row : measured.rows()) {
            Interval difference = row.minus(measured.average());
            table.add(
                    row.name(),
                    text("%.4f", row.mean()),
                    row.equals(measured.average()) ? "" : text("%+.4f", difference.mean()),
                    row.equals(measured.average()) ? "" : text("[%+.4f, %+.4f]", difference.low(), difference.high()));
        }
        context.print(table.toString());
        context.print(text(
                "two draws differ visibly, by more than %.1f in one hidden value or more, for %.1f %% of the images,"
                        + " and in %.1f %% of all hidden values",
                FilledHalves.VISIBLE, PERCENT * filled.imagesThatDiffer(), PERCENT * filled.valuesThatDiffer()));
        context.print(text(
                "effective sample size: median %.1f; for %.1f %% of the images it is below %.1f, that is one draw has"
                        + " nearly all the weight",
                filled.medianEffective(), PERCENT * filled.alone(), 1 + FilledHalves.VISIBLE));
        context.print(ofADraw(measured));
        context.print(
                "errors are means of a hidden value; intervals over images (Student t, paired), of this one pair of"
                        + " nets");
        context.print(
                comesOut
                        ? "comes out: the posterior mean errs less than the mean image, and draws differ"
                        : "does not come out: the posterior mean is to err less than the mean image, and two draws are"
                                + " to differ");
        context.print(file.toString());
    }

    /** Where the posterior is right, a draw from it errs twice as much as its mean: the truth is another such draw. */
    private static String ofADraw(FillErrors measured) {
        boolean beats = measured.draw().mean() < measured.average().mean();
        return text(
                "a single draw %s the mean image; it errs %.2f times as much as the posterior mean, and twice as much"
                        + " where the posterior is right",
                beats ? "also beats" : "does not beat",
                measured.draw().mean() / measured.mean().mean());
    }

    private Map<String, Object> document(
            ReopenedRun opened, FilledHalves filled, FillErrors measured, boolean comesOut, Path file) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("files", List.of(file.toString()));
        document.put("run", opened.folder().path().toString());
        document.put("seed", opened.experiment().seed());
        document.put("hide", hide.toString().toLowerCase(Locale.ROOT));
        document.put("draws", filled.conditional().count());
        document.put("images", filled.images().count());
        document.put("sigma", filled.conditional().sigma());
        document.put("sigmaAtEdge", filled.conditional().edge());
        document.put(
                "rows",
                measured.rows().stream()
                        .map(row -> row.document(measured.average()))
                        .toList());
        document.put("imagesThatDiffer", filled.imagesThatDiffer());
        document.put("valuesThatDiffer", filled.valuesThatDiffer());
        document.put("medianEffectiveSampleSize", filled.medianEffective());
        document.put("passed", comesOut);
        return document;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
