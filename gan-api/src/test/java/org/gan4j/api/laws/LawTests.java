package org.gan4j.api.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.Law;
import org.junit.jupiter.api.DynamicTest;

/** Laws as tests: a {@code @TestFactory} of any module or plug-in returns {@code LawTests.of(LossLaws.of(loss))}. */
public final class LawTests {
    private LawTests() {}

    /** One test for each law. */
    public static Stream<DynamicTest> of(List<Law> laws) {
        assertThat(laws).as("laws").isNotEmpty();
        return laws.stream()
                .map(law -> DynamicTest.dynamicTest(law.law(), () -> assertThat(law.passed())
                        .as(
                                "%s: %s, expected %s within %s, measured %s",
                                law.law(), law.formula(), law.expected(), law.tolerance(), law.measured())
                        .isTrue()));
    }
}
