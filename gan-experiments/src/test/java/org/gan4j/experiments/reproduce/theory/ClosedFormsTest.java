package org.gan4j.experiments.reproduce.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.gan4j.api.Law;
import org.gan4j.experiments.reproduce.theory.setting.NormalPair;
import org.gan4j.experiments.reproduce.theory.setting.TheoryParts;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests values of the theory for real data N(0, 1) against N(mean, sd²), each derived here again by the trapezoidal rule. */
class ClosedFormsTest {
    private static final double SIX_DIGITS = 1e-6;

    private final TheoryParts parts = TheoryParts.of(Extensions.onClassPath());

    private static double normal(double x, double mean, double sd) {
        double z = (x - mean) / sd;
        return Math.exp(-z * z / 2) / (sd * Math.sqrt(2 * Math.PI));
    }

    /** The trapezoidal rule at steps of 1/400, exact to rounding for functions as smooth as these. */
    private static double integral(DoubleUnaryOperator f) {
        double sum = 0;
        for (int i = -30 * 400; i <= 30 * 400; i++) {
            sum += f.applyAsDouble(i / 400.0) / 400;
        }
        return sum;
    }

    /** ∫ p·log(2p/(p + q)), where 0·log 0 is 0. */
    private static double toMixture(double p, double q) {
        return p == 0 ? 0 : p * Math.log(2 * p / (p + q));
    }

    /** JSD = (KL(p ‖ m) + KL(q ‖ m))/2 and C = -log 4 + 2·JSD, as integrals over p and q without any logit. */
    @ParameterizedTest
    @CsvSource({
        "0,   1,   0,        -1.386294",
        "0.5, 1,   0.030311, -1.325672",
        "1,   1,   0.111421, -1.163451",
        "2,   1,   0.336831, -0.712633",
        "4,   1,   0.632720, -0.120854",
        "8,   1,   0.693054, -0.000187",
        "0,   2,   0.092733, -1.200828",
        "0,   0.1, 0.433311, -0.519673"
    })
    void divergence_and_criterion(double mean, double sd, double divergence, double criterion) {
        double derived = integral(x -> {
            double p = normal(x, 0, 1);
            double q = normal(x, mean, sd);
            return (toMixture(p, q) + toMixture(q, p)) / 2;
        });
        assertThat(derived).isCloseTo(divergence, within(SIX_DIGITS));
        assertThat(-Math.log(4) + 2 * derived).isCloseTo(criterion, within(SIX_DIGITS));

        NormalPair pair = new NormalPair(mean, sd);
        assertThat(pair.jensenShannon()).isCloseTo(derived, within(1e-9));
        assertThat((pair.dataToMixture() + pair.fakeToMixture()) / 2).isCloseTo(derived, within(1e-9));
        Statement statement = new TheoremOne(pair, parts, 1).statement();
        assertThat(statement.laws()).allMatch(Law::passed).hasSize(6);
        assertThat(statement.laws().get(0).measured()).isCloseTo(criterion, within(SIX_DIGITS));
    }

    /**
     * With sd = 1 the logit of D* is mean²/2 - mean·x, of slope -mean. The generator's gradient by its mean is E[f'(a)·(-mean)]: for
     * minimax f' = -D and so mean·E[D*], for the other f' = -(1 - D) and so mean·(1 - E[D*]); they add up to the mean.
     */
    @ParameterizedTest
    @CsvSource({
        "0,   0,        0",
        "0.5, 0.235264, 0.264736",
        "1,   0.397973, 0.602027",
        "2,   0.449600, 1.550400",
        "4,   0.137195, 3.862805",
        "8,   0.000393, 7.999607"
    })
    void gradients_of_both_losses(double mean, double minimax, double nonSaturating) {
        double said = integral(x -> {
            double p = normal(x, 0, 1);
            double q = normal(x, mean, 1);
            return p + q == 0 ? 0 : q * p / (p + q);
        });
        assertThat(mean * said).isCloseTo(minimax, within(SIX_DIGITS));
        assertThat(mean * (1 - said)).isCloseTo(nonSaturating, within(SIX_DIGITS));

        Statement statement = new GeneratorGradients(new NormalPair(mean, 1), parts, 1).statement();
        assertThat(statement.laws()).allMatch(Law::passed);
        assertThat(measured(statement, "minimax's gradient by mean at D*")).isCloseTo(mean * said, within(1e-9));
        assertThat(measured(statement, "non-saturating's gradient by mean at D*"))
                .isCloseTo(mean * (1 - said), within(1e-9));
        assertThat(measured(statement, "the sum of both by mean at D*")).isCloseTo(mean, within(1e-8));
    }

    private static double measured(Statement statement, String law) {
        return statement.laws().stream()
                .filter(line -> line.law().equals(law))
                .findFirst()
                .orElseThrow()
                .measured();
    }

    /** log p/q = [log s + m²/(2s²)] - (m/s²)·x + (1/(2s²) - 1/2)·x²; for m = 1, s = 2: log 2 + 1/8, -1/4, -3/8. */
    @Test
    void coefficients_of_the_best_discriminator() {
        assertThat(new NormalPair(1, 2).logOdds()).containsExactly(Math.log(2) + 0.125, -0.25, -0.375);
        assertThat(new NormalPair(1, 2).logOdds(3))
                .isCloseTo(Math.log(normal(3, 0, 1) / normal(3, 1, 2)), within(1e-12));
    }

    /** KL(N(m, s²) ‖ N(0, 1)) = (m² + s² - 1)/2 - log s has the slopes m and s - 1/s; between equals, JSD has none. */
    @Test
    void slopes_of_divergences() {
        assertThat(new NormalPair(1, 2).divergenceSlopes()).containsExactly(1, 1.5);
        assertThat(new NormalPair(0, 1).twiceJensenShannonSlopes()).satisfies(slopes -> {
            assertThat(slopes[0]).isCloseTo(0, within(1e-9));
            assertThat(slopes[1]).isCloseTo(0, within(1e-9));
        });
    }
}
