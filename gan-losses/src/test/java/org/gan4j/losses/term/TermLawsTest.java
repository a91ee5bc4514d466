package org.gan4j.losses.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.api.Law;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.TermLaws;
import org.gan4j.api.laws.term.PenaltyLaws;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;
import org.gan4j.standard.term.GradientScale;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The built-in terms keep all laws, and a term that repeats a common mistake breaks the law that forbids it. */
class TermLawsTest {
    private static final String SAME_VALUE = "gives the same value for";
    private static final String OWN_POINT = "each example has a point of its own";

    @TestFactory
    Stream<DynamicContainer> laws() {
        return Stream.of(
                        GradientPenalty.weighted(10),
                        new GradientPenalty(2, 0.5, Sides.ONE, 4),
                        new Dragan(10, 1, 0.5, 1),
                        new Dragan(1, 0, 2, 1),
                        new R1(10, 1),
                        new R2(0.5, 16),
                        new DivergencePenalty(2, 6, 1),
                        new DivergencePenalty(3, 1, 1),
                        new FeatureMatching(1, 1),
                        new GradientScale(0.1))
                .map(term -> DynamicContainer.dynamicContainer(term.toString(), LawTests.of(TermLaws.of(term))));
    }

    /** The gradient penalty, computed in another way. */
    private interface Mutant extends Term {
        @Override
        default List<Player> players() {
            return List.of(Player.DISCRIMINATOR);
        }

        @Override
        default double weight() {
            return 10;
        }

        @Override
        default List<Law> laws() {
            List<Law> laws = GradientPenalty.weighted(10).laws();
            assertThat(laws).allMatch(Law::passed);
            return PenaltyLaws.onLinear(this, Mutant::cost, PenaltyLaws.between(this, Mutant::cost));
        }

        static double cost(double length) {
            return 10 * (length - 1) * (length - 1);
        }

        /** The slope at points between real and generated examples. */
        static <T> Expr<T> gradient(Step<T> step) {
            return gradient(step, Signal.mix(Signal.REAL, Signal.FAKE));
        }

        static <T> Expr<T> gradient(Step<T> step, Signal at) {
            return step.gradient(step.get(Signal.score(at)).sum(), step.get(at));
        }

        static <T> Expr<T> penalty(Expr<T> lengths) {
            return lengths.minus(1).square().mean();
        }
    }

    private static List<String> broken(Term term) {
        return TermLaws.of(term).stream()
                .filter(law -> !law.passed())
                .map(Law::law)
                .toList();
    }

    @Test
    void one_norm_for_the_whole_batch() {
        record Whole() implements Mutant {
            @Override
            public <T> Expr<T> value(Step<T> step) {
                return Mutant.penalty(Mutant.gradient(step).norm());
            }
        }
        assertThat(broken(new Whole()))
                .isNotEmpty()
                .allMatch(law -> law.contains(SAME_VALUE) || law.contains(OWN_POINT));
        assertThat(broken(new Whole())).anyMatch(law -> law.contains("for 4 of the examples [3]"));
    }

    @Test
    void one_norm_for_each_pixel() {
        record Pixel() implements Mutant {
            @Override
            public <T> Expr<T> value(Step<T> step) {
                return Mutant.penalty(Mutant.gradient(step).abs());
            }
        }
        assertThat(broken(new Pixel()))
                .anyMatch(law -> law.contains("length 3 gives the same value for 1 of the examples [3]"));
    }

    @Test
    void one_norm_for_each_column_of_an_image() {
        record Column() implements Mutant {
            @Override
            public <T> Expr<T> value(Step<T> step) {
                return Mutant.penalty(Mutant.gradient(step).norm(1));
            }
        }
        // On vectors the axis is the whole example, so images alone show the mistake.
        assertThat(broken(new Column()))
                .isNotEmpty()
                .allMatch(law -> law.contains(SAME_VALUE) && law.contains("of the examples [2×3×2]"));
    }

    /** A point between the two, whose share u is one for several values or examples. */
    private record Shared(boolean oneABatch) implements Signal {
        @Override
        public <T> Expr<T> compute(Step<T> step) {
            Expr<T> real = step.get(Signal.REAL);
            Shape example = step.noise().algebra().shape(real.raw()).example();
            Expr<T> draws = step.noise().uniform(example);
            T first = step.noise().algebra().slice(draws.sum(axes(example)).raw(), 0, 0, 1);
            Expr<T> share = oneABatch ? draws.with(first).over(example.size()) : draws;
            return real.plus(share.times(step.get(Signal.FAKE).minus(real)));
        }

        private static int[] axes(Shape example) {
            return IntStream.rangeClosed(1, example.rank()).toArray();
        }
    }

    private record SharedPoint(boolean oneABatch) implements Mutant {
        @Override
        public <T> Expr<T> value(Step<T> step) {
            Expr<T> gradient = Mutant.gradient(step, new Shared(oneABatch));
            int rank = step.noise().algebra().shape(gradient.raw()).rank();
            return Mutant.penalty(gradient.norm(IntStream.range(1, rank).toArray()));
        }
    }

    @Test
    void one_epsilon_for_the_whole_batch() {
        assertThat(broken(new SharedPoint(true))).singleElement().asString().contains(OWN_POINT);
    }

    @Test
    void one_epsilon_for_each_value() {
        assertThat(broken(new SharedPoint(false))).singleElement().asString().contains(OWN_POINT);
    }

    @Test
    void a_norm_whose_slope_at_0_is_infinite() {
        record Root() implements Mutant {
            @Override
            public <T> Expr<T> value(Step<T> step) {
                Expr<T> gradient = Mutant.gradient(step);
                int rank = step.noise().algebra().shape(gradient.raw()).rank();
                return Mutant.penalty(gradient.square()
                        .sum(IntStream.range(1, rank).toArray())
                        .sqrt());
            }
        }
        assertThat(broken(new Root()))
                .containsExactly(
                        "the term and its slope are finite where all weights are 0 for examples [3]",
                        "the term and its slope are finite where all weights are 0 for examples [2×3×2]");
    }
}
