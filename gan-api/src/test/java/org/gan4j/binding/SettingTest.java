package org.gan4j.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gan4j.binding.Setting.Fields;
import org.gan4j.binding.Setting.Items;
import org.gan4j.binding.Setting.Text;
import org.junit.jupiter.api.Test;

class SettingTest {
    private static Text text(String text) {
        return new Text(text, "here");
    }

    @Test
    void a_word_is_a_word_without_the_blanks_around_it() {
        assertThat(Setting.parse(" relu ", "here")).isEqualTo(text("relu"));
    }

    @Test
    void brackets_make_a_list_that_may_be_empty_or_nested() {
        assertThat(Setting.parse("[64, 32]", "here")).isEqualTo(new Items(List.of(text("64"), text("32")), "here"));
        assertThat(Setting.parse("[]", "here")).isEqualTo(new Items(List.of(), "here"));
        assertThat(Setting.parse("[[1,2],[3]]", "here"))
                .isEqualTo(new Items(
                        List.of(
                                new Items(List.of(text("1"), text("2")), "here"),
                                new Items(List.of(text("3")), "here")),
                        "here"));
    }

    @Test
    void quotes_protect_commas_and_brackets_and_are_taken_off() {
        assertThat(Setting.parse("[\"a,b\",'c']", "here"))
                .isEqualTo(new Items(List.of(text("a,b"), text("c")), "here"));
        assertThat(Setting.parse("'[a]'", "here")).isEqualTo(text("[a]"));
    }

    @Test
    void a_quote_on_one_side_is_kept() {
        assertThat(Setting.parse("'a", "here")).isEqualTo(text("'a"));
        assertThat(Setting.parse("'", "here")).isEqualTo(text("'"));
    }

    @Test
    void two_lists_side_by_side_are_no_list() {
        // A grid's values: split first, then each is a list.
        assertThat(Setting.parse("[1],[2]", "here")).isEqualTo(text("[1],[2]"));
    }

    @Test
    void braces_name_values_and_a_dot_gives_a_part_its_parameter() {
        Setting uniform = new Fields(Map.of("name", text("uniform"), "range", text("0.05")), "here");
        assertThat(Setting.parse("{name: dense, weights: uniform, weights.range: 0.05}", "here"))
                .isEqualTo(new Fields(Map.of("name", text("dense"), "weights", uniform), "here"));
        assertThat(Setting.parse("[{name: reshape, shape: [2,3]}, relu]", "here"))
                .isEqualTo(new Items(
                        List.of(
                                new Fields(
                                        Map.of(
                                                "name",
                                                text("reshape"),
                                                "shape",
                                                new Items(List.of(text("2"), text("3")), "here")),
                                        "here"),
                                text("relu")),
                        "here"));
        assertThat(Setting.splitTopLevel("{name: a, b: 1},c")).containsExactly("{name: a, b: 1}", "c");
        assertThat(Setting.parse("{a}", "here")).isEqualTo(text("{a}"));
    }

    @Test
    void parentheses_after_a_name_hold_its_parameters() {
        assertThat(Setting.parse("blend(share=0.1, scale=2)", "here"))
                .isEqualTo(Setting.parse("{name: blend, share: 0.1, scale: 2}", "here"));
        assertThat(Setting.parse("lazy(of=blend(share=0.1),of.scale=2)", "here"))
                .isEqualTo(Setting.parse("{name: lazy, of: {name: blend, share: 0.1, scale: 2}}", "here"));
        assertThat(Setting.parse("mlp(hidden=[8,4])", "here"))
                .isEqualTo(Setting.parse("{name: mlp, hidden: [8,4]}", "here"));
    }

    @Test
    void other_parentheses_are_text() {
        for (String text : List.of("range(1,4)", "blend()", "blend(0.1)", "a(b=1)c", "(a=1)", "a b(c=1)", "a(b=1")) {
            assertThat(Setting.parse(text, "here")).isEqualTo(text(text));
        }
        assertThat(Setting.parse("'a(b=1)'", "here")).isEqualTo(text("a(b=1)"));
    }

    @Test
    void top_level_commas_part_a_grid() {
        assertThat(Setting.splitTopLevel("minimax,non-saturating")).containsExactly("minimax", "non-saturating");
        assertThat(Setting.splitTopLevel("[64,32],[16]")).containsExactly("[64,32]", "[16]");
        assertThat(Setting.splitTopLevel("range(1,4),7")).containsExactly("range(1,4)", "7");
        assertThat(Setting.splitTopLevel("a,")).containsExactly("a", "");
        assertThat(Setting.splitTopLevel(" ")).isEmpty();
    }
}
