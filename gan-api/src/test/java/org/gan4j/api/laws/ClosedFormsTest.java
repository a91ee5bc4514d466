package org.gan4j.api.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.junit.jupiter.api.Test;

class ClosedFormsTest {
    /** The squared loss in the logit has L_D = E[(a - 1)²] + E[a²] and L_G = E[(a - 1)²], whose optimum is a = p / (p + q). */
    private record Squares() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.real().minus(1).square().mean().plus(d.fake().square().mean());
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().minus(1).square().mean();
        }
    }

    /** L_G = -E[a]: its slope is -1 everywhere. */
    private record Straight() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.fake().mean().minus(d.real().mean());
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().mean().negate();
        }
    }

    private final ClosedForms squares = ClosedForms.of(new Squares());

    @Test
    void the_optimum_is_found_where_the_slope_changes_sign() {
        assertThat(squares.optimum(3, 1, 0.75).passed()).isTrue();
        assertThat(squares.optimum(3, 1, 0.7501).passed()).isFalse();
    }

    @Test
    void without_an_optimum_the_edge_is_reported() {
        assertThat(ClosedForms.of(new Straight()).optimum(3, 1, 0).measured()).isCloseTo(64, within(1e-9));
    }

    @Test
    void the_value_at_equality_is_that_of_the_best_common_logit() {
        // a = 1/2: -(1/4 + 1/4).
        assertThat(squares.valueAtEquality(-0.5).passed()).isTrue();
    }

    @Test
    void slopes_are_those_at_the_logit() {
        assertThat(squares.generatorSlope(3, 4).passed()).isTrue();
        assertThat(squares.discriminatorRealSlope(3, 4).passed()).isTrue();
        assertThat(squares.discriminatorFakeSlope(3, 6).passed()).isTrue();
    }

    @Test
    void the_generator_s_gradient_runs_through_its_samples_only() {
        // a(x) = mu²/2 - mu·x, so -a' = mu for every sample.
        assertThat(ClosedForms.of(new Straight()).generatorGradient(3, 3).passed())
                .isTrue();
    }

    @Test
    void gaussian_means_by_quadrature() {
        assertThat(Gaussians.mean(z -> 1)).isCloseTo(1, within(1e-14));
        assertThat(Gaussians.mean(z -> z * z)).isCloseTo(1, within(1e-13));
        assertThat(Gaussians.mean(Math::exp)).isCloseTo(Math.exp(0.5), within(1e-13));
    }

    @Test
    void the_slope_of_the_jensen_shannon_divergence() {
        // 0 at equality, where it is least; near 0, JSD = mu²/8, so 2·JSD has the slope mu/2; far away it is flat at
        // 2·log 2.
        assertThat(Gaussians.twiceJensenShannonSlope(0)).isCloseTo(0, within(1e-11));
        assertThat(Gaussians.twiceJensenShannonSlope(0.001)).isCloseTo(0.0005, within(1e-9));
        assertThat(Gaussians.twiceJensenShannonSlope(12)).isCloseTo(0, within(1e-6));
    }
}
