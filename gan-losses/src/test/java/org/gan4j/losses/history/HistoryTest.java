package org.gan4j.losses.history;

import java.util.stream.Stream;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.TermLaws;
import org.gan4j.api.train.Player;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

class HistoryTest {
    @TestFactory
    Stream<DynamicContainer> laws() {
        return Stream.of(
                        new LeCam(0.3, 0.99, false),
                        new LeCam(0.3, 0.9, true),
                        new HistoricalAveraging(Player.GENERATOR, 1),
                        new HistoricalAveraging(Player.DISCRIMINATOR, 1))
                .map(term -> DynamicContainer.dynamicContainer(term.toString(), LawTests.of(TermLaws.of(term))));
    }
}
