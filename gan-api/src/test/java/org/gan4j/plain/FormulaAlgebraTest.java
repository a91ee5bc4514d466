package org.gan4j.plain;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.api.algebra.Expr;
import org.junit.jupiter.api.Test;

class FormulaAlgebraTest {
    private final FormulaAlgebra algebra = new FormulaAlgebra();
    private final Expr<Formula> a = name("a");
    private final Expr<Formula> b = name("b");
    private final Expr<Formula> c = name("c");

    private Expr<Formula> name(String name) {
        return Expr.of(algebra, Formula.of(name));
    }

    private static String text(Expr<Formula> x) {
        return x.raw().text();
    }

    @Test
    void sums_need_no_parentheses_on_the_left() {
        assertThat(text(a.plus(b).plus(c))).isEqualTo("a + b + c");
        assertThat(text(a.minus(b).plus(c))).isEqualTo("a - b + c");
        assertThat(text(a.minus(b.plus(c)))).isEqualTo("a - (b + c)");
        assertThat(text(a.minus(b.minus(c)))).isEqualTo("a - (b - c)");
    }

    @Test
    void sums_inside_products_need_them() {
        assertThat(text(a.plus(b).times(c))).isEqualTo("(a + b)·c");
        assertThat(text(a.times(b).plus(c))).isEqualTo("a·b + c");
        assertThat(text(a.over(b.times(c)))).isEqualTo("a / (b·c)");
        assertThat(text(a.over(b).over(c))).isEqualTo("a / b / c");
    }

    @Test
    void signs_move_to_the_front() {
        assertThat(text(a.plus(b.negate()))).isEqualTo("a - b");
        assertThat(text(a.minus(b.negate()))).isEqualTo("a + b");
        assertThat(text(a.plus(b).negate())).isEqualTo("-(a + b)");
        assertThat(text(a.negate().negate())).isEqualTo("a");
        assertThat(text(a.negate().times(b))).isEqualTo("-a·b");
        assertThat(text(a.times(b.negate()))).isEqualTo("-a·b");
        assertThat(text(a.plus(b.negate().times(2)))).isEqualTo("a - 2·b");
        assertThat(text(a.negate().over(b))).isEqualTo("-a / b");
        assertThat(text(a.negate().times(b.negate()))).isEqualTo("a·b");
        assertThat(text(a.plus(-2))).isEqualTo("a - 2");
        assertThat(text(a.minus(b.plus(c).negate()))).isEqualTo("a + (b + c)");
    }

    @Test
    void squares_are_written_as_powers() {
        assertThat(text(a.square())).isEqualTo("a²");
        assertThat(text(a.minus(1).square())).isEqualTo("(a - 1)²");
        assertThat(text(a.square().square())).isEqualTo("(a²)²");
        assertThat(text(a.over(b.square()))).isEqualTo("a / b²");
        assertThat(text(a.negate().square())).isEqualTo("(-a)²");
    }

    @Test
    void numbers_come_first_and_are_short() {
        assertThat(text(a.times(0.5))).isEqualTo("0.5·a");
        assertThat(text(a.times(1))).isEqualTo("a");
        assertThat(text(a.times(-1))).isEqualTo("-a");
        assertThat(text(a.constant(3))).isEqualTo("3");
        assertThat(text(a.constant(1e-7).times(a))).isEqualTo("1.0E-7·a");
    }

    @Test
    void functions() {
        assertThat(text(a.minus(b).softplus().mean())).isEqualTo("mean(softplus(a - b))");
        assertThat(text(a.exp().plus(a.log()).plus(a.sqrt()))).isEqualTo("exp(a) + log(a) + sqrt(a)");
        assertThat(text(a.sigmoid().plus(a.tanh()))).isEqualTo("sigmoid(a) + tanh(a)");
        assertThat(text(a.minus(1).abs())).isEqualTo("|a - 1|");
        assertThat(text(a.relu())).isEqualTo("max(0, a)");
        assertThat(text(a.leakyRelu(0.2))).isEqualTo("leakyRelu(a, 0.2)");
        assertThat(text(a.stopGradient())).isEqualTo("stopGradient(a)");
        assertThat(text(a.greater(0).select(a, b))).isEqualTo("select([a > 0], a, b)");
        assertThat(text(a.sum(0, 1).minus(a.max()).plus(a.logSumExp(1))))
                .isEqualTo("sum(a; axis 0,1) - max(a) + logSumExp(a; axis 1)");
    }
}
