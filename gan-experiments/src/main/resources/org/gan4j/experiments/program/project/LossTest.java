package @package@;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.gan4j.api.laws.LawTests;
import org.gan4j.api.laws.LossLaws;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.train.Player;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class @Name@LossTest {
    @TestFactory
    Stream<DynamicTest> laws() {
        return LawTests.of(LossLaws.of(new @Name@Loss(1)));
    }

    @Test
    void a_discriminator_that_knows_nothing_pays_twice_log_2() {
        // Without a margin either side costs softplus(0) = log 2.
        assertThat(new Objective(new @Name@Loss(0), Player.DISCRIMINATOR).value(0, 0))
                .isCloseTo(2 * Math.log(2), within(1e-12));
    }
}
