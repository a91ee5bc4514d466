package org.gan4j.losses;

import java.util.stream.Stream;
import org.gan4j.api.Loss;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.LossLaws;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Every built-in loss, at its default and other parameters, keeps every law. */
class LossLawsTest {
    @TestFactory
    Stream<DynamicContainer> laws() {
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
                        new Lazy(new NonSaturating(1), 0, 0.4),
                        new Lazy(new Blend(0.25, 0.5), 0.3, 0),
                        new Lazy(new Minimax(1), 0.5, 0.5))
                .map((Loss loss) -> DynamicContainer.dynamicContainer(loss.toString(), LawTests.of(LossLaws.of(loss))));
    }
}
