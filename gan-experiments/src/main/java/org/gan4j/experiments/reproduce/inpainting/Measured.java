package org.gan4j.experiments.reproduce.inpainting;

import java.util.List;
import org.gan4j.api.data.FloatTensor;

/**
 * How far each way to fill the hidden half is from what is there.
 *
 * @param mean     the posterior mean under the generator's distribution
 * @param draw     a draw from it
 * @param average  the mean training image, whatever is seen
 * @param blind    control: a draw of G that is not weighed
 * @param examples control: the posterior mean with training images in the place of G's draws
 * @param example  control: one of these training images, drawn by its weight
 */
record Measured(Scored mean, Scored draw, Scored average, Scored blind, Scored examples, Scored example) {
    /** @param average the hidden half of the mean training image */
    static Measured of(Filled filled, Filled fromTraining, float[] average) {
        FloatTensor images = filled.images();
        float[] truth = Half.values(images, filled.conditional().hidden());
        int n = images.count();
        return new Measured(
                Scored.of("posterior mean", n, truth, filled::mean),
                Scored.of("a draw from the posterior", n, truth, filled::first),
                Scored.of("mean training image", n, truth, image -> average),
                Scored.of("control: a draw of G that is not weighed", n, truth, filled::blind),
                Scored.of("control: posterior mean of training images", n, truth, fromTraining::mean),
                Scored.of("control: a training image drawn by its weight", n, truth, fromTraining::first));
    }

    List<Scored> rows() {
        return List.of(mean, draw, average, blind, examples, example);
    }
}
