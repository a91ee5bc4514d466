package org.gan4j.losses.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.Law;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.LayerLaws;
import org.gan4j.api.laws.LossLaws;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.laws.TermLaws;
import org.gan4j.api.net.Layer;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests that a law names each mistake that published code makes with energies. */
class EnergyMutantsTest {
    private static List<String> broken(List<Law> laws) {
        return laws.stream().filter(law -> !law.passed()).map(Law::law).toList();
    }

    private interface Mutant extends Loss {
        @Override
        default <T> Expr<T> generator(Scores<T> d) {
            return d.fake().mean().negate();
        }

        @Override
        default LogitMeaning logits() {
            return LogitMeaning.ORDER;
        }
    }

    @Test
    void a_margin_of_the_batchs_mean_is_found() {
        record OfTheMean() implements Mutant {
            @Override
            public <T> Expr<T> discriminator(Scores<T> d) {
                return d.real().mean().negate().plus(d.fake().mean().plus(1).relu());
            }

            @Override
            public List<Law> laws() {
                return List.of(EnergyLaws.marginOfEachExample(new Objective(this, Player.DISCRIMINATOR), 1));
            }
        }
        assertThat(broken(LossLaws.of(new OfTheMean())))
                .containsExactly("the margin holds for each example and not for the batch's mean");
    }

    @Test
    void a_balance_that_is_not_held_between_0_and_1_is_found() {
        record Unheld() implements Mutant {
            @Override
            public <T> Expr<T> discriminator(Scores<T> d) {
                Expr<T> real = d.real().mean().negate();
                Expr<T> fake = d.fake().mean().negate();
                Expr<T> k = d.memory().get("k", 0);
                d.memory().set("k", k.plus(real.times(0.5).minus(fake).times(0.001)));
                return real.minus(k.times(fake));
            }

            @Override
            public List<Law> laws() {
                return new BalancedEnergy(0.5, 0.001).laws(this);
            }
        }
        // The convergence measure is missing as well.
        assertThat(broken(LossLaws.of(new Unheld())))
                .filteredOn(law -> law.startsWith("k "))
                .containsExactly("k stays at 0 or more", "k stays at 1 or less");
    }

    @Test
    void an_energy_that_depends_on_the_number_of_examples_is_found() {
        /** ‖x‖ / batch over the whole batch, as a norm divided by the number of examples has it. */
        record OfTheBatch() implements Layer {
            @Override
            public String kind() {
                return "of-the-batch";
            }

            @Override
            public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
                Expr<T> norm = x.square().sum().sqrt().over(x.greater(x).plus(1).sum());
                Expr<T> zeros = x.greater(x).sum(1);
                return x.with(net.reshape(zeros.minus(norm).raw(), Shape.of(Shape.ANY, 1)));
            }
        }
        assertThat(broken(LayerLaws.of(new OfTheBatch(), Shape.of(4))))
                .contains("each example's result is independent of the others");
    }

    @Test
    void a_pull_away_term_whose_cosine_is_not_squared_is_found() {
        record NotSquared() implements Term {
            @Override
            public List<Player> players() {
                return List.of(Player.GENERATOR);
            }

            @Override
            public double weight() {
                return 1;
            }

            @Override
            public <T> Expr<T> value(Step<T> step) {
                NetAlgebra<T> net = step.noise().algebra();
                Expr<T> codes = step.apply(Player.DISCRIMINATOR, step.get(Signal.FAKE), "code");
                Expr<T> directions = codes.over(codes.norm(1));
                Expr<T> sum = directions.sum(0);
                Expr<T> n = directions.square().sum();
                // The sum of all cosines is ‖Σ s/‖s‖‖², and n of them are those of an example with itself.
                return sum.square().sum().minus(n).over(n.times(n.minus(1)));
            }

            @Override
            public List<Law> laws() {
                return new PullAway(1, "code", 1).laws(this);
            }
        }
        assertThat(broken(new NotSquared().laws()))
                .contains("codes in opposite directions cost as much as parallel ones: the cosine is squared")
                .doesNotContain("parallel codes cost the weight", "orthogonal codes cost nothing");
    }

    @TestFactory
    Stream<DynamicTest> the_pull_away_term_keeps_all_laws() {
        return LawTests.of(TermLaws.of(new PullAway(0.1, "code", 1)));
    }

    @Test
    void the_right_ones_break_no_law() {
        assertThat(Stream.of(new Energy(1), new BalancedEnergy(0.5, 0.001), new MarginAdaptation(1, 3))
                        .flatMap(loss -> broken(LossLaws.of(loss)).stream()))
                .isEmpty();
    }
}
