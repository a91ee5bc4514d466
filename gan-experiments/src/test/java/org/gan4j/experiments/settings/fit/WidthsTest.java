package org.gan4j.experiments.settings.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import java.util.List;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.settings.Resolver;
import org.gan4j.experiments.settings.ResolverTest;
import org.gan4j.experiments.settings.TestParts;
import org.junit.jupiter.api.Test;

/** A stranger's part whose shapes are wrong is named, before anything native loads. Nets: {@link ResolverTest}. */
class WidthsTest {
    private static List<String> mistakes(Module swap) {
        Resolver resolver = TestParts.resolver(swap);
        return catchThrowableOfType(InvalidInput.class, () -> resolver.resolve("small", List.of())).problems().stream()
                .map(Object::toString)
                .toList();
    }

    record PerExample() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.fake().mean();
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().square();
        }
    }

    static final class SwapLoss extends AbstractModule {
        @Override
        protected void configure() {
            bind(Loss.class).to(PerExample.class);
        }
    }

    @Test
    void loss_that_is_no_scalar_is_named_with_its_player() {
        assertThat(mistakes(new SwapLoss()))
                .singleElement()
                .asString()
                .contains(SwapLoss.class.getSimpleName())
                .contains(
                        "PerExample gives the generator an objective of shape [batch], expected a scalar such as a mean");
    }

    record LossOfEnergies() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.fake().mean().minus(d.real().mean());
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().mean().negate();
        }

        @Override
        public boolean needsEnergies() {
            return true;
        }
    }

    static final class SwapEnergies extends AbstractModule {
        @Override
        protected void configure() {
            bind(Loss.class).to(LossOfEnergies.class);
        }
    }

    /** Any other discriminator would raise the logits of real examples for ever. */
    @Test
    void a_loss_of_energies_needs_a_discriminator_that_gives_energies() {
        assertThat(mistakes(new SwapEnergies()))
                .singleElement()
                .asString()
                .contains("LossOfEnergies' needs a discriminator whose logits are energies, such as"
                        + " discriminator=auto-encoder");
    }

    record Longer() implements Prior {
        @Override
        public Shape shape() {
            return Shape.of(16);
        }

        @Override
        public <T> Expr<T> draw(Noise<T> noise) {
            return noise.normal(Shape.of(17));
        }
    }

    static final class SwapPrior extends AbstractModule {
        @Override
        protected void configure() {
            bind(Prior.class).to(Longer.class);
        }
    }

    @Test
    void prior_that_draws_another_shape_than_it_declares_is_named() {
        assertThat(mistakes(new SwapPrior()))
                .singleElement()
                .asString()
                .contains("Longer draws [batch×17], expected [batch×16] as its shape() declares");
    }
}
