package org.gan4j.experiments.reproduce.section7.inpainting;

import java.util.Arrays;
import java.util.List;
import org.gan4j.api.data.FloatTensor;

/**
 * Images whose hidden halves were filled from a conditional.
 *
 * @param answers one an image
 */
record FilledHalves(HalfPosterior conditional, FloatTensor images, List<HalfPosterior.Answer> answers) {
    /** The least visible difference of two values, in units of the data. */
    static final double VISIBLE = 0.1;

    private static final float VEIL = 0.5f;

    static FilledHalves of(HalfPosterior conditional, FloatTensor images, long seed) {
        return new FilledHalves(conditional, images, conditional.answers(images, seed));
    }

    float[] first(int image) {
        return conditional.hiddenOf(answers.get(image).first());
    }

    float[] second(int image) {
        return conditional.hiddenOf(answers.get(image).second());
    }

    float[] mean(int image) {
        return answers.get(image).mean();
    }

    /** One of the draws for each image, whatever is seen of it. */
    float[] blind(int image) {
        return conditional.hiddenOf(image % conditional.count());
    }

    /** Share of the hidden values, over all images, in which the two draws visibly differ. */
    double valuesThatDiffer() {
        long differing = 0;
        for (int i = 0; i < answers.size(); i++) {
            differing += differing(i);
        }
        return (double) differing / answers.size() / conditional.hidden().length;
    }

    /** Share of the images in which the two draws visibly differ, in one value or more. */
    double imagesThatDiffer() {
        long differing = 0;
        for (int i = 0; i < answers.size(); i++) {
            differing += differing(i) > 0 ? 1 : 0;
        }
        return (double) differing / answers.size();
    }

    private int differing(int image) {
        float[] first = first(image);
        float[] second = second(image);
        int differing = 0;
        for (int k = 0; k < first.length; k++) {
            differing += Math.abs(first[k] - second[k]) > VISIBLE ? 1 : 0;
        }
        return differing;
    }

    /** Effective sample size of the middle image. */
    double medianEffective() {
        double[] sorted = answers.stream()
                .mapToDouble(HalfPosterior.Answer::effective)
                .sorted()
                .toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Share of the images for which one draw has nearly all the weight. */
    double alone() {
        return (double) answers.stream()
                        .filter(answer -> answer.effective() < 1 + VISIBLE)
                        .count()
                / answers.size();
    }

    /** The first images, the hidden half under a veil. */
    FloatTensor veiled(int count) {
        float[] veil = new float[conditional.hidden().length];
        Arrays.fill(veil, VEIL);
        return filled(count, image -> veil);
    }

    /** The first images with something in the hidden half. */
    FloatTensor filled(int count, FillScore.Filling filling) {
        FloatTensor filled = images.slice(0, count);
        for (int i = 0; i < count; i++) {
            float[] values = filling.of(i);
            for (int k = 0; k < values.length; k++) {
                filled.values()[i * images.width() + conditional.hidden()[k]] = values[k];
            }
        }
        return filled;
    }
}
