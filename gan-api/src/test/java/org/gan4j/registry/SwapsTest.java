package org.gan4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.Provides;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Generator;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.part.Part;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.digest.Digest;
import org.gan4j.standard.StandardModule;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.He;
import org.gan4j.standard.layer.activation.Tanh;
import org.gan4j.standard.net.MlpGenerator;
import org.gan4j.standard.prior.GaussianPrior;
import org.junit.jupiter.api.Test;

class SwapsTest {
    static final class Gaussian extends GanModule {
        @Override
        protected void configure() {
            bind(Prior.class).toInstance(new GaussianPrior(3, 0.5));
        }
    }

    static final class Another extends AbstractModule {
        @Provides
        Prior prior() {
            return new GaussianPrior(7, 1);
        }
    }

    static final class Net extends AbstractModule {
        @Override
        protected void configure() {
            bind(Generator.class)
                    .toInstance(
                            MlpGenerator.of(4, 2).withOutput(new Tanh()).withFirstValues(new He(), new Constant(0)));
        }
    }

    /** Binds only a class of its own, which changes nothing. */
    static final class Concrete extends AbstractModule {
        @Override
        protected void configure() {
            bind(GaussianPrior.class).toInstance(new GaussianPrior(3, 1));
        }
    }

    static final class Throwing extends AbstractModule {
        @Override
        protected void configure() {
            throw new UnsupportedOperationException("not today");
        }
    }

    record Stubborn() implements Prior {
        Stubborn {
            throw new IllegalArgumentException("no size");
        }

        @Override
        public Shape shape() {
            return Shape.of();
        }

        @Override
        public <T> Expr<T> draw(Noise<T> noise) {
            return noise.normal(shape());
        }
    }

    static final class Late extends AbstractModule {
        @Provides
        Prior prior() {
            return new Stubborn();
        }
    }

    private static Extensions with(Module... swaps) {
        return Extensions.of(List.of(new Plugin(new StandardModule())), List.of(), List.of(swaps));
    }

    @Test
    void a_bound_part_is_found_with_its_class_parameters_and_module() {
        Part<Prior> part = with(new Gaussian()).swapped(Prior.POINT).orElseThrow();
        assertThat(part.value()).isEqualTo(new GaussianPrior(3, 0.5));
        assertThat(part.settings())
                .containsOnly(
                        Map.entry("prior", GaussianPrior.class.getName()),
                        Map.entry("prior.size", "3"),
                        Map.entry("prior.deviation", "0.5"),
                        Map.entry("prior.module", Gaussian.class.getName()),
                        Map.entry("prior.jar", Digest.ofCodeSource(GaussianPrior.class)));
    }

    @Test
    void parts_that_no_module_binds_are_not_swapped() {
        Extensions extensions = with(new Gaussian());
        assertThat(extensions.swapped(Loss.POINT)).isEmpty();
        assertThat(extensions.swaps()).containsOnly(Map.entry("prior", Gaussian.class.getName()));
    }

    @Test
    void parts_of_a_bound_part_are_among_its_parameters() {
        assertThat(with(new Net()).swapped(Generator.POINT).orElseThrow().parameters())
                .containsEntry("hidden", "[4,2]")
                .containsEntry("weights", "He[]");
    }

    @Test
    void several_modules_swap_different_parts() {
        assertThat(with(new Another(), new Net()).swaps()).containsOnlyKeys("prior", "generator");
    }

    @Test
    void modules_can_be_added_later() {
        Extensions both = with(new Gaussian()).overriddenBy(List.of(new Net()));
        assertThat(both.swaps()).containsOnlyKeys("prior", "generator");
        assertThatThrownBy(() -> both.overriddenBy(List.of(new Another()))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_module_that_changes_no_part_is_an_error() {
        assertThatThrownBy(() -> with(new Concrete()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("--module " + Concrete.class.getName()
                        + ": it changes no part: bind at least one of Generator, Discriminator, Prior, Loss");
    }

    @Test
    void two_modules_that_bind_the_same_part_are_an_error() {
        assertThatThrownBy(() -> with(new Gaussian(), new Another()))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("--module " + Another.class.getName() + ": the prior is already bound by "
                        + Gaussian.class.getName());
    }

    @Test
    void all_wrong_modules_are_told_at_once() {
        assertThatThrownBy(() -> with(new Throwing(), new Concrete()))
                .isInstanceOf(InvalidInput.class)
                .satisfies(e -> assertThat(((InvalidInput) e).problems()).hasSize(2))
                .hasMessageStartingWith("--module " + Throwing.class.getName()
                        + ": it cannot be used: java.lang.UnsupportedOperationException: not today\n");
    }

    @Test
    void a_part_that_cannot_be_built_is_an_error_in_its_words() {
        assertThatThrownBy(() -> with(new Late()).swapped(Prior.POINT))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("--module " + Late.class.getName()
                        + ": its prior cannot be built: java.lang.IllegalArgumentException: no size");
    }
}
