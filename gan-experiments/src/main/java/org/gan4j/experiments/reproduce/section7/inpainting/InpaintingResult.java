package org.gan4j.experiments.reproduce.section7.inpainting;

import static org.gan4j.experiments.reproduce.ResultText.number;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.experiments.compare.conclusion.TextTable;
import org.gan4j.experiments.reproduce.ReproductionResult;
import org.gan4j.experiments.reproduce.ResultText;
import org.gan4j.experiments.reproduce.TextOnly;
import org.gan4j.experiments.reproduce.Verdict;

/**
 * The errors of filled halves.
 *
 * @param hide                      the half that is hidden
 * @param draws                     of G that are weighed
 * @param images                    that are filled
 * @param sigma                     width of the kernel, in units of the data
 * @param sigmaAtEdge               whether it is the first or last that was tried
 * @param rows                      posterior mean, a draw, the mean training image, and controls
 * @param imagesThatDiffer          share of the images in which two draws visibly differ
 * @param valuesThatDiffer          share of the hidden values in which they do
 * @param medianEffectiveSampleSize of the draws, over images
 * @param passed                    whether the posterior mean errs less than the mean image, and draws differ
 * @param sigmaChosen               whether sigma was chosen on validation images
 * @param alone                     share of the images for which one draw has nearly all the weight
 */
public record InpaintingResult(
        List<Path> files,
        Path run,
        long seed,
        String hide,
        int draws,
        int images,
        double sigma,
        boolean sigmaAtEdge,
        List<FillRow> rows,
        double imagesThatDiffer,
        double valuesThatDiffer,
        double medianEffectiveSampleSize,
        boolean passed,
        @TextOnly boolean sigmaChosen,
        @TextOnly double alone)
        implements ReproductionResult {
    private static final double PERCENT = 100;

    @Override
    public Verdict verdict() {
        return Verdict.of(
                passed,
                "the posterior mean errs less than the mean image, and two draws visibly differ in at least one image");
    }

    @Override
    public void describe(ResultText text) {
        text.add("G of " + run + ", seed " + seed + "; " + draws + " draws weighed, " + images + " test images, the "
                + hide + " half hidden");
        text.add(number("sigma %.4f", sigma)
                + (sigmaChosen ? ", with which the posterior mean errs least on validation images" : ", as given")
                + (sigmaAtEdge ? "; Warning: at an edge of those tried, a better one may lie outside" : ""));
        text.add(table());
        text.format(
                "two draws differ visibly, by more than %.1f in one hidden value or more, for %.1f %% of the images, and in %.1f %% of"
                        + " all hidden values",
                FilledHalves.VISIBLE, PERCENT * imagesThatDiffer, PERCENT * valuesThatDiffer);
        text.format(
                "effective sample size: median %.1f; for %.1f %% of the images it is below %.1f, that is one draw has nearly all the weight",
                medianEffectiveSampleSize, PERCENT * alone, 1 + FilledHalves.VISIBLE);
        // Where the posterior is right, a draw errs twice as much as its mean: the truth is another such draw.
        text.format(
                "a single draw %s the mean image; it errs %.2f times as much as the posterior mean, and twice as much where"
                        + " the posterior is right",
                draw().error() < average().error() ? "also beats" : "does not beat",
                draw().error() / rows.get(0).error());
        text.add(
                "errors are means of a hidden value; intervals over images (Student t, paired), of this one pair of nets");
    }

    private FillRow draw() {
        return rows.get(1);
    }

    private FillRow average() {
        return rows.get(2);
    }

    private TextTable table() {
        TextTable table = new TextTable();
        table.add("hidden half filled with", "squared error", "less the mean image's", "95 % interval");
        for (FillRow row : rows) {
            boolean reference = row.equals(average());
            table.add(
                    row.filling(),
                    number("%.4f", row.error()),
                    reference ? "" : number("%+.4f", row.difference()),
                    reference ? "" : number("[%+.4f, %+.4f]", row.low(), row.high()));
        }
        return table;
    }
}
