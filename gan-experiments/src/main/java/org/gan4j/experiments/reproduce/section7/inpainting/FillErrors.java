package org.gan4j.experiments.reproduce.section7.inpainting;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.data.FloatTensor;

/**
 * The errors of each way to fill the hidden half.
 *
 * @param mean     the posterior mean under the generator's distribution
 * @param draw     a draw from it
 * @param average  the mean training image, whatever is seen
 * @param blind    control: a draw of G that is not weighed
 * @param examples control: the posterior mean with training images in the place of G's draws
 * @param example  control: one of these training images, drawn by its weight
 */
record FillErrors(
        FillScore mean, FillScore draw, FillScore average, FillScore blind, FillScore examples, FillScore example) {
    /** @param average the hidden half of the mean training image */
    static FillErrors of(FilledHalves filled, FilledHalves fromTraining, float[] average) {
        FloatTensor images = filled.images();
        float[] truth = HiddenHalf.values(images, filled.conditional().hidden());
        int n = images.count();
        return new FillErrors(
                FillScore.of("posterior mean", n, truth, filled::mean),
                FillScore.of("a draw from the posterior", n, truth, filled::first),
                FillScore.of("mean training image", n, truth, image -> average),
                FillScore.of("control: a draw of G that is not weighed", n, truth, filled::blind),
                FillScore.of("control: posterior mean of training images", n, truth, fromTraining::mean),
                FillScore.of("control: a training image drawn by its weight", n, truth, fromTraining::first));
    }

    /** Returns a row for each way, its difference being from the mean training image. */
    List<FillRow> rows() {
        return Stream.of(mean, draw, average, blind, examples, example)
                .map(score -> FillRow.of(score, average))
                .toList();
    }
}
