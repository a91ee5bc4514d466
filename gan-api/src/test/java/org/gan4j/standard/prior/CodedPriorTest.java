package org.gan4j.standard.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.Law;
import org.gan4j.api.Prior;
import org.gan4j.api.Prior.Code;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.PriorLaws;
import org.gan4j.plain.Array;
import org.gan4j.plain.PlainNoise;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.standard.conditional.CaptionedPrior;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CodedPriorTest {
    private static final Prior Z = new GaussianPrior(3, 1);

    private static Array draw(Prior prior) {
        return prior.draw(PlainNoise.of(new RealAlgebra(), 50, 1, "z")).raw();
    }

    @TestFactory
    Stream<DynamicTest> it_keeps_the_laws() {
        return LawTests.of(PriorLaws.of(new CodedPrior(Z, List.of(4, 2), 2)));
    }

    @Test
    void its_codes_stand_behind_z_categories_first() {
        CodedPrior prior = new CodedPrior(Z, List.of(4, 2), 2);
        assertThat(prior.shape()).isEqualTo(Shape.of(3 + 4 + 2 + 2));
        assertThat(prior.codes())
                .containsExactly(Code.categorical(4), Code.categorical(2), Code.continuous(), Code.continuous());
        // Beside each other, so that a coded prior of a coded prior has the codes of both.
        assertThat(new CodedPrior(prior, List.of(), 1).codes()).hasSize(5).endsWith(Code.continuous());
    }

    @Test
    void one_category_is_the_draw_of_a_captioned_prior() {
        assertThat(draw(new CodedPrior(Z, List.of(10), 0))).isEqualTo(draw(new CaptionedPrior(Z, 10)));
        assertThat(new CaptionedPrior(Z, 10).codes()).containsExactly(Code.categorical(10));
    }

    @Test
    void a_prior_without_codes_is_refused() {
        assertThatThrownBy(() -> new CodedPrior(Z, List.of(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no code: name a category, or at least one number");
    }

    @Test
    void a_prior_whose_code_stands_elsewhere_breaks_the_law() {
        record Elsewhere() implements Prior {
            @Override
            public Shape shape() {
                return Shape.of(3);
            }

            @Override
            public List<Code> codes() {
                return List.of(Code.categorical(2));
            }

            @Override
            public <T> Expr<T> draw(Noise<T> noise) {
                Expr<T> category = CategoryDraw.of(noise, 2);
                Expr<T> number = noise.uniform(Shape.of(1));
                return category.with(noise.algebra().concat(1, List.of(category.raw(), number.raw())));
            }
        }
        assertThat(PriorLaws.of(new Elsewhere()).stream()
                        .filter(law -> !law.passed())
                        .map(Law::law))
                .containsExactly("code 0 stands where it is declared, as one 1 among zeros");
    }
}
