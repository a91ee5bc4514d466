package org.gan4j.standard.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.PriorLaws;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.plain.Array;
import org.gan4j.plain.PlainNoise;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PriorsTest {
    private static Array draw(Prior prior, int count) {
        return prior.draw(PlainNoise.of(new RealAlgebra(), count, 1, "z")).raw();
    }

    private static double secondMoment(Array draws) {
        return Arrays.stream(draws.values()).map(v -> v * v).average().orElseThrow();
    }

    @TestFactory
    Stream<DynamicContainer> every_prior_keeps_the_laws() {
        return Stream.of(
                        new UniformPrior(3, 2), new GaussianPrior(3, 1), new GaussianPrior(3, 2), new SphericalPrior(3))
                .map(prior -> DynamicContainer.dynamicContainer(prior.toString(), LawTests.of(PriorLaws.of(prior))));
    }

    @Test
    void uniform_has_unit_variance_by_default_as_in_the_published_code() {
        UniformPrior prior = (UniformPrior) Extensions.onClassPath()
                .part(Prior.POINT, "prior", new Setting.Text("uniform", ""), new Problems())
                .orElseThrow()
                .value();
        // U(-√3, √3) has the variance (2√3)²/12 = 1; measured from 100000 values with an error of √(0.8/100000) =
        // 0.003.
        assertThat(prior.range()).isEqualTo(Math.sqrt(3));
        Array draws = draw(prior, 1000);
        assertThat(draws.shape()).isEqualTo(Shape.of(1000, 100));
        assertThat(Arrays.stream(draws.values())).allMatch(v -> Math.abs(v) <= Math.sqrt(3));
        assertThat(secondMoment(draws)).isCloseTo(1, within(0.015));
    }

    @Test
    void gaussian_has_its_deviation() {
        // Variance 4 with an error of 4·√(2/100000) = 0.018.
        assertThat(secondMoment(draw(new GaussianPrior(10, 2), 10_000))).isCloseTo(4, within(0.09));
    }

    @Test
    void spherical_draws_have_length_1_in_all_directions() {
        double[] draws = draw(new SphericalPrior(2), 10_000).values();
        double sum = 0;
        for (int i = 0; i < draws.length; i += 2) {
            assertThat(Math.hypot(draws[i], draws[i + 1])).isCloseTo(1, within(1e-12));
            sum += draws[i];
        }
        // A coordinate on the circle has variance 1/2, so its mean has an error of 0.007.
        assertThat(sum / 10_000).isCloseTo(0, within(0.035));
    }
}
