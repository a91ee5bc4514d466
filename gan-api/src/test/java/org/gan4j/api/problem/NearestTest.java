package org.gan4j.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> LOSSES = List.of("minimax", "non-saturating", "blend");

    @Test
    void distance_counts_letters_to_insert_delete_or_replace() {
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
        assertThat(Nearest.distance("abc", "")).isEqualTo(3);
        assertThat(Nearest.distance("same", "same")).isZero();
    }

    @Test
    void a_mistyped_word_finds_its_neighbour() {
        assertThat(Nearest.to("minmax", LOSSES)).contains("minimax");
        assertThat(Nearest.to("nonsaturating", LOSSES)).contains("non-saturating");
        assertThat(Nearest.hint("minmax", LOSSES)).isEqualTo("did you mean 'minimax'?");
    }

    @Test
    void letters_of_the_wrong_case_are_no_mistakes() {
        assertThat(Nearest.to("MINIMAX", LOSSES)).contains("minimax");
    }

    @Test
    void a_word_that_begins_a_known_one_finds_it() {
        assertThat(Nearest.to("non-sat", LOSSES)).contains("non-saturating");
    }

    @Test
    void where_nothing_is_near_all_are_listed_in_order() {
        assertThat(Nearest.to("wasserstein", LOSSES)).isEmpty();
        assertThat(Nearest.hint("wasserstein", LOSSES)).isEqualTo("known: blend, minimax, non-saturating");
        assertThat(Nearest.hint("x", List.of())).isEqualTo("there is none to choose from");
    }

    @Test
    void a_short_word_is_not_taken_for_a_wholly_different_one() {
        // Two edits turn any two letters into any other two.
        assertThat(Nearest.to("ab", List.of("xy"))).isEmpty();
    }

    @Test
    void of_two_equally_near_the_first_by_name_is_suggested() {
        assertThat(Nearest.to("modes-c", List.of("modes-b", "modes-a"))).contains("modes-a");
    }

    @Test
    void a_name_without_the_part_it_is_of_finds_the_whole_keys() {
        List<String> keys = List.of("loss.margin", "layer.margin", "loss.size");
        assertThat(Nearest.below("margin", keys)).contains("did you mean 'layer.margin' or 'loss.margin'?");
        assertThat(Nearest.below("gin", keys)).isEmpty();
    }
}
