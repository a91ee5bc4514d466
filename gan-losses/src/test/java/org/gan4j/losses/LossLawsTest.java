package org.gan4j.losses;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.gan4j.api.Loss;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.LossLaws;
import org.gan4j.losses.divergence.Divergence;
import org.gan4j.losses.divergence.FDivergence;
import org.gan4j.losses.energy.BalancedEnergy;
import org.gan4j.losses.energy.Energy;
import org.gan4j.losses.energy.MarginAdaptation;
import org.gan4j.losses.relative.Cost;
import org.gan4j.losses.relative.Relativistic;
import org.gan4j.losses.relative.RelativisticAverage;
import org.gan4j.losses.value.Hinge;
import org.gan4j.losses.value.LeastSquares;
import org.gan4j.losses.value.Softmax;
import org.gan4j.losses.value.WassersteinLoss;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Every built-in loss, at its default and other parameters, keeps every law. */
class LossLawsTest {
    @TestFactory
    Stream<DynamicContainer> laws() {
        return Stream.of(ofTheLikelihood(), ofValues(), ofDivergences(), relativistic(), ofEnergies())
                .flatMap(losses -> losses)
                .map(loss -> DynamicContainer.dynamicContainer(loss.toString(), LawTests.of(LossLaws.of(loss))));
    }

    private static Stream<Loss> ofTheLikelihood() {
        return Stream.of(
                new Minimax(1),
                new Minimax(0.5),
                new NonSaturating(1),
                new NonSaturating(0.5),
                new Blend(0.5, 1),
                new Blend(0, 1),
                new Blend(1, 1),
                new Blend(0.25, 0.5),
                new ThresholdedLoss(new NonSaturating(1)),
                new ThresholdedLoss(new Minimax(0.5)),
                new LazyAdversary(new NonSaturating(1), 0, 0.4),
                new LazyAdversary(new Blend(0.25, 0.5), 0.3, 0),
                new LazyAdversary(new Minimax(1), 0.5, 0.5),
                new ThresholdedLoss(new Relativistic()),
                new KullbackLeibler(),
                new BoundarySeeking(),
                new LabelSmoothing(0.9, 0),
                new LabelSmoothing(0.8, 0.2),
                new LabelSmoothing(1, 0));
    }

    private static Stream<Loss> ofEnergies() {
        return Stream.of(
                new Energy(1),
                new Energy(0.5),
                new BalancedEnergy(0.5, 0.001),
                new BalancedEnergy(1, 0.3),
                new MarginAdaptation(1, 500),
                new MarginAdaptation(0.25, 1));
    }

    private static Stream<Loss> ofValues() {
        return Stream.of(
                new LeastSquares(0, 1, 1),
                new LeastSquares(-1, 1, 0),
                new LeastSquares(-7, -6, -6.25),
                new WassersteinLoss(),
                new Hinge(),
                new Softmax());
    }

    private static Stream<Loss> ofDivergences() {
        return Stream.of(
                        Stream.of(Divergence.values()).flatMap(divergence -> Stream.of(false, true)
                                .map(nonSaturating -> new FDivergence(divergence, 0.5, nonSaturating))),
                        DoubleStream.of(-1, 0.25, 1.5, 3)
                                .mapToObj(alpha -> new FDivergence(Divergence.ALPHA, alpha, false)))
                .flatMap(losses -> losses);
    }

    private static Stream<Loss> relativistic() {
        return Stream.concat(
                Stream.of(new Relativistic()), Stream.of(Cost.values()).map(RelativisticAverage::new));
    }
}
