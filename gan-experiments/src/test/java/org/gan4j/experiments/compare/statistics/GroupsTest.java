package org.gan4j.experiments.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.experiments.compare.arm.Arm;
import org.junit.jupiter.api.Test;

class GroupsTest {
    /** Differences all 1 have p = 0 and are claimed; 1, -1, 0 have mean 0 and p = 1. */
    private static Map<String, String> groups(List<String> arms, List<String> apart) {
        List<PairedValues> pairs = new ArrayList<>();
        for (int a = 0; a < arms.size(); a++) {
            for (int b = a + 1; b < arms.size(); b++) {
                boolean claim = apart.contains(arms.get(a) + arms.get(b));
                pairs.add(new PairedValues(
                        arms.get(a), arms.get(b), "eval/x", claim ? List.of(1.0, 1.0, 1.0) : List.of(1.0, -1.0, 0.0)));
            }
        }
        return Groups.of(
                arms.stream().map(arm -> new Arm(arm, List.of())).toList(), "eval/x", pairs, HolmFamily.of(pairs));
    }

    @Test
    void arms_that_cannot_be_told_apart_share_a_letter() {
        assertThat(groups(List.of("p", "q"), List.of())).isEqualTo(Map.of("p", "a", "q", "a"));
        assertThat(groups(List.of("p", "q"), List.of("pq"))).isEqualTo(Map.of("p", "a", "q", "b"));
    }

    @Test
    void arm_between_two_that_are_apart_has_both_letters() {
        assertThat(groups(List.of("p", "q", "r"), List.of("pr"))).isEqualTo(Map.of("p", "a", "q", "ab", "r", "b"));
    }

    @Test
    void arm_that_stands_alone_has_a_letter_of_its_own() {
        assertThat(groups(List.of("p", "q", "r"), List.of("pq", "pr"))).isEqualTo(Map.of("p", "a", "q", "b", "r", "b"));
    }

    @Test
    void metric_that_was_not_tested_has_no_letters() {
        PairedValues pair = new PairedValues("p", "q", "eval/x", List.of(1.0, 1.0, 1.0));
        List<Arm> arms = List.of(new Arm("p", List.of()), new Arm("q", List.of()));
        assertThat(Groups.of(arms, "d/real", List.of(pair), HolmFamily.of(List.of(pair))))
                .isEmpty();
    }
}
