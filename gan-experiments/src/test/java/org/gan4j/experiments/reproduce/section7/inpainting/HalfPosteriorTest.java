package org.gan4j.experiments.reproduce.section7.inpainting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.junit.jupiter.api.Test;

/** Images of 2×1 pixels, the upper seen and the lower hidden, unless a test says otherwise. */
class HalfPosteriorTest {
    private static final double SIGMA = 0.5;
    /** What a generator made: (seen, hidden) of three draws. */
    private static final FloatTensor DRAWS = images(0, 0.2f, 1, 0.8f, 1, 0.4f);

    private static FloatTensor images(float... values) {
        return new FloatTensor(Shape.of(values.length / 2, 2, 1), values);
    }

    private static HalfPosterior conditional() {
        return new HalfPosterior(DRAWS, HiddenHalf.BOTTOM, SIGMA);
    }

    @Test
    void the_posterior_mean_weighs_draws_by_their_seen_half() {
        // Seen 0: squared distances 0, 1, 1 and 2σ² = 1/2, so the weights are 1, e⁻², e⁻² over their sum.
        double e = Math.exp(-2);
        double mean = (0.2 + 0.8 * e + 0.4 * e) / (1 + 2 * e);
        double effective = Math.pow(1 + 2 * e, 2) / (1 + 2 * e * e);
        HalfPosterior.Answer answer = conditional().answers(images(0, 0.9f), 1).get(0);
        assertThat((double) answer.mean()[0]).isCloseTo(mean, within(1e-6));
        assertThat(answer.effective()).isCloseTo(effective, within(1e-9));
    }

    @Test
    void what_is_hidden_has_no_say() {
        FloatTensor one = images(0.3f, 0, 0.9f, 0.1f);
        FloatTensor other = images(0.3f, 1, 0.9f, 0.7f);
        for (int i = 0; i < one.count(); i++) {
            HalfPosterior.Answer a = conditional().answers(one, 1).get(i);
            HalfPosterior.Answer b = conditional().answers(other, 1).get(i);
            assertThat(a.mean()).isEqualTo(b.mean());
            assertThat(List.of(a.first(), a.second(), a.effective()))
                    .isEqualTo(List.of(b.first(), b.second(), b.effective()));
        }
    }

    @Test
    void draws_are_picked_as_often_as_their_weights_say_and_independently() {
        // Seen 1: weights e⁻², 1, 1 over 2 + e⁻²: the second and third draw have 0.4683 each. Two picks are the same
        // with the
        // probability Σw² = 0.4427. Of 4,000 images a share has a standard deviation of 0.0079; five of them are 0.04.
        int count = 4000;
        float[] ones = new float[2 * count];
        IntStream.range(0, count).forEach(i -> ones[2 * i] = 1);
        List<HalfPosterior.Answer> answers = conditional().answers(images(ones), 7);
        double e = Math.exp(-2);
        double w = 1 / (2 + e);
        assertThat(share(answers, answer -> answer.first() == 1)).isCloseTo(w, within(0.04));
        assertThat(share(answers, answer -> answer.second() == 2)).isCloseTo(w, within(0.04));
        assertThat(share(answers, answer -> answer.first() == answer.second()))
                .isCloseTo(2 * w * w + e * w * e * w, within(0.04));
    }

    private static double share(
            List<HalfPosterior.Answer> answers, java.util.function.Predicate<HalfPosterior.Answer> what) {
        return (double) answers.stream().filter(what).count() / answers.size();
    }

    @Test
    void sigma_is_that_with_which_the_posterior_mean_errs_least_on_others() {
        // Draws (0, 0) and (1, 1); an image (0, m) is answered with w = 1 / (1 + exp(1/(2σ²))). For σ = 1, one of the
        // 13, w = 0.3775.
        FloatTensor draws = images(0, 0, 1, 1);
        float mean = (float) (1 / (1 + Math.exp(0.5)));
        HalfPosterior fitted = HalfPosterior.fitted(draws, HiddenHalf.BOTTOM, images(0, mean));
        assertThat(fitted.sigma()).isCloseTo(1, within(1e-12));
        assertThat(fitted.edge()).isFalse();
        // The nearest draw alone is right: the smallest of those tried.
        assertThat(HalfPosterior.fitted(draws, HiddenHalf.BOTTOM, images(0, 0)).sigma())
                .isEqualTo(0.25);
        assertThat(HalfPosterior.fitted(draws, HiddenHalf.BOTTOM, images(0, 0)).edge())
                .isTrue();
    }

    @Test
    void each_half_hides_its_own_values_and_shows_the_others() {
        // 3 rows of 2 columns with 2 channels, row-major: row r, column c, channel h lies at (2r + c)·2 + h.
        Shape image = Shape.of(3, 2, 2);
        assertThat(HiddenHalf.TOP.hidden(image)).containsExactly(0, 1, 2, 3);
        assertThat(HiddenHalf.BOTTOM.hidden(image)).containsExactly(4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(HiddenHalf.LEFT.hidden(image)).containsExactly(0, 1, 4, 5, 8, 9);
        assertThat(HiddenHalf.RIGHT.hidden(image)).isEqualTo(HiddenHalf.LEFT.seen(image));
        assertThat(HiddenHalf.TOP.seen(image)).isEqualTo(HiddenHalf.BOTTOM.hidden(image));
    }

    @Test
    void errors_are_of_the_hidden_values_alone() {
        // σ so small that each image is the draw with its seen half: 0 → 0.2; the truth is 0.5, so the error is 0.09.
        // The mean
        // image says 0.4, which is 0.01 off; the first draw unweighed is 0.2 as well.
        FilledHalves filled = FilledHalves.of(new HalfPosterior(DRAWS, HiddenHalf.BOTTOM, 0.01), images(0, 0.5f), 1);
        FillErrors measured = FillErrors.of(filled, filled, new float[] {0.4f});
        assertThat(measured.mean().mean()).isCloseTo(0.09, within(1e-6));
        assertThat(measured.draw().mean()).isCloseTo(0.09, within(1e-6));
        assertThat(measured.average().mean()).isCloseTo(0.01, within(1e-6));
        assertThat(measured.blind().mean()).isCloseTo(0.09, within(1e-6));
        assertThat(filled.imagesThatDiffer()).isZero();
        assertThat(filled.medianEffective()).isCloseTo(1, within(1e-9));
        assertThat(filled.filled(1, filled::mean).values()).containsExactly(0, 0.2f);
        assertThat(filled.veiled(1).values()).containsExactly(0, 0.5f);
    }

    @Test
    void draws_that_look_the_same_do_not_differ() {
        // A collapsed generator: two draws of one picture, picked each half of the time.
        FilledHalves collapsed = FilledHalves.of(
                new HalfPosterior(images(0, 0.5f, 0, 0.55f), HiddenHalf.BOTTOM, 1), images(new float[200]), 1);
        assertThat(collapsed.imagesThatDiffer()).isZero();
        // Draws of 0.5 and 0.9 differ by more than 0.1 in half of the 100 images; the standard deviation is 0.05.
        FilledHalves alive = FilledHalves.of(
                new HalfPosterior(images(0, 0.5f, 0, 0.9f), HiddenHalf.BOTTOM, 1), images(new float[200]), 1);
        assertThat(alive.imagesThatDiffer()).isCloseTo(0.5, within(0.25)).isEqualTo(alive.valuesThatDiffer());
    }
}
