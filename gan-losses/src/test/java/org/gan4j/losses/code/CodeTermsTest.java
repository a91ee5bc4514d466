package org.gan4j.losses.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.Law;
import org.gan4j.api.Prior.Code;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.TermLaws;
import org.gan4j.api.laws.term.CodeLaws;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Draws;
import org.gan4j.api.train.Head;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.activation.Tanh;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The terms about classes and codes keep all laws, and one that repeats a common mistake breaks the law that forbids it. */
class CodeTermsTest {
    private static final Normal WEIGHTS = new Normal(0.5);
    private static final MutualInformation INFORMATION =
            new MutualInformation(0.5, 0.1, false, List.of(), WEIGHTS, "code");
    private static final AuxiliaryClassifier CLASSIFIER = new AuxiliaryClassifier(2, List.of(), WEIGHTS, "class");

    private static AuxiliaryClassifier withHidden() {
        return new AuxiliaryClassifier(
                1, List.of(new Dense(4, WEIGHTS, new Constant(0)), new Tanh()), WEIGHTS, "class");
    }

    @TestFactory
    Stream<DynamicContainer> laws() {
        return Stream.of(
                        CLASSIFIER,
                        withHidden(),
                        INFORMATION,
                        new MutualInformation(1, 1, true, List.of(), WEIGHTS, "q"))
                .map(term -> DynamicContainer.dynamicContainer(term.toString(), LawTests.of(TermLaws.of(term))));
    }

    /** A mistaken term with the heads of the right one. */
    private interface Mutant extends Term {
        Term right();

        @Override
        default List<Player> players() {
            return right().players();
        }

        @Override
        default double weight() {
            return right().weight();
        }

        @Override
        default List<Head> heads(Draws draws) {
            return right().heads(draws);
        }
    }

    private static List<String> broken(Term term) {
        return TermLaws.of(term).stream()
                .filter(law -> !law.passed())
                .map(Law::law)
                .toList();
    }

    private static double information(Player player, double crossEntropy, double halfSquaredError) {
        return 0.5 * (crossEntropy + 0.1 * halfSquaredError);
    }

    @Test
    void mutual_information_that_does_not_reach_the_generator() {
        record Detached(Term right) implements Mutant {
            @Override
            public <T> Expr<T> value(Step<T> step) {
                Expr<T> read =
                        step.apply(Player.DISCRIMINATOR, step.get(Signal.FAKE).stopGradient(), "code");
                Expr<T> category = read.with(step.noise().algebra().slice(read.raw(), 1, 0, 3));
                Expr<T> number = read.with(step.noise().algebra().slice(read.raw(), 1, 3, 4));
                return Readout.crossEntropy(category, step.get(Signal.code(0)))
                        .plus(number.minus(step.get(Signal.code(1)))
                                .square()
                                .mean()
                                .times(0.05));
            }

            @Override
            public List<Law> laws() {
                return CodeLaws.of(this, CodeTermsTest::information);
            }
        }
        assertThat(broken(new Detached(INFORMATION)))
                .containsExactly(
                        "the generator's objective pulls the generator's weights to where classes are read more easily");
    }

    @Test
    void the_class_of_generated_examples_counted_half_by_the_discriminator() {
        record Halved(Term right) implements Mutant {
            @Override
            public <T> Expr<T> value(Step<T> step) {
                Expr<T> value = right.value(step);
                return step.player() == Player.DISCRIMINATOR ? value.times(0.5) : value;
            }

            @Override
            public List<Law> laws() {
                return CodeLaws.of(
                        this,
                        (player, crossEntropy, error) -> 2 * crossEntropy * (player == Player.DISCRIMINATOR ? 2 : 1));
            }
        }
        assertThat(broken(new Halved(CLASSIFIER)))
                .isNotEmpty()
                .allMatch(law -> law.startsWith("the discriminator's objective"))
                .contains("the discriminator's objective counts what it costs to read classes with the evidence 1");
    }

    @Test
    void a_category_that_is_read_by_squared_error() {
        record Squared(Term right) implements Mutant {
            @Override
            public <T> Expr<T> value(Step<T> step) {
                Expr<T> read = step.apply(Player.DISCRIMINATOR, step.get(Signal.FAKE), "code");
                Expr<T> category = read.with(step.noise().algebra().slice(read.raw(), 1, 0, 3));
                return category.minus(step.get(Signal.code(0))).square().mean();
            }

            @Override
            public List<Law> laws() {
                return CodeLaws.of(this, CodeTermsTest::information);
            }
        }
        assertThat(broken(new Squared(INFORMATION))).anyMatch(law -> law.endsWith("with the evidence 40"));
    }

    private static Draws drawn(int classes, Code... codes) {
        return new Draws(Shape.of(2), classes, Shape.of(20), List.of(codes));
    }

    @Test
    void what_is_missing_is_named_with_its_remedy() {
        assertThatThrownBy(() -> CLASSIFIER.heads(drawn(0, Code.categorical(10))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the data set has none; use one that has, such as dataset=mnist");
        assertThatThrownBy(() -> CLASSIFIER.heads(drawn(10)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("use prior=coded prior.categories=[10]");
        assertThatThrownBy(() -> CLASSIFIER.heads(drawn(10, Code.continuous(), Code.categorical(10))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the prior's first code is none");
        assertThatThrownBy(() -> CLASSIFIER.heads(drawn(10, Code.categorical(5))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("has 5 classes, and the labels of the data name 10; set prior.categories=[10]");
        assertThatThrownBy(() -> INFORMATION.heads(drawn(10)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("it has none; use prior=coded");
    }
}
