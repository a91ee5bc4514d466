package org.gan4j.experiments.reproduce.section7.inpainting;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gan4j.api.Dataset;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.reproduce.TrainedRun;
import org.gan4j.experiments.run.ReopenedRun;

/**
 * Section 7, item 3: all conditionals of one model. The hidden half of test images is filled from {@link HalfPosterior}, for whatever
 * half is asked for, with one trained generator and nothing else. The published code's class InpaintingAdversaryCost instead trains a
 * generator that is given one part and fills another, for one mask.
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

    private TrainedRun trained(ReproductionRequest request) {
        return new TrainedRun(NAME, recipe, request);
    }

    @Override
    public List<String> plan(ReproductionRequest request) {
        return trained(request).plan();
    }

    @Override
    public InpaintingResult run(ReproductionRequest request) {
        TrainedRun trained = trained(request);
        try (ReopenedRun opened = trained.open()) {
            return measure(
                    opened, trained.images(opened.experiment()), request.out().resolve(NAME + ".png"));
        }
    }

    private InpaintingResult measure(ReopenedRun opened, Dataset.Finite data, Path file) {
        Table train = data.load(Split.TRAIN);
        FloatTensor test = first(data.load(Split.TEST), images);
        FloatTensor choosing = first(data.load(Split.VALIDATION), CHOOSING);
        FloatTensor generated = opened.run().generate(opened.run().latent(draws, NAME));
        long seed = opened.experiment().seed();
        FilledHalves filled = FilledHalves.of(posterior(generated, choosing), test, seed);
        FilledHalves fromTraining = FilledHalves.of(posterior(first(train, draws), choosing), test, seed);
        HalfPosterior posterior = filled.conditional();
        FillErrors errors = FillErrors.of(filled, fromTraining, average(train, posterior.hidden()));
        InpaintingPicture.draw(filled, file);
        return new InpaintingResult(
                List.of(file),
                opened.folder().path(),
                seed,
                hide.toString().toLowerCase(Locale.ROOT),
                posterior.count(),
                test.count(),
                posterior.sigma(),
                posterior.edge(),
                errors.rows(),
                filled.imagesThatDiffer(),
                filled.valuesThatDiffer(),
                filled.medianEffective(),
                errors.mean().mean() < errors.average().mean() && filled.imagesThatDiffer() > 0,
                sigma == 0,
                filled.alone());
    }

    private HalfPosterior posterior(FloatTensor examples, FloatTensor choosing) {
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
}
