package org.gan4j.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.train.Player;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecordBinderTest {
    record Margin(
            @Param(value = "1", min = 0, doc = "distance") double margin,

            @Param(value = "3", min = 1, max = 9, doc = "count")
            int count) {
        Margin {
            if (margin == 7) {
                throw new IllegalArgumentException("a margin of 7 is unlucky");
            }
            if (margin == 8) {
                throw new UnsupportedOperationException("eight");
            }
        }
    }

    record Everything(
            @Param(value = "9000000000", doc = "") long wide,
            @Param(value = "true", doc = "") boolean flag,
            @Param(value = "a,b", doc = "") String text,
            @Param(value = "some/folder", doc = "") Path path,
            @Param(value = "generator", doc = "") Player player,
            @Param(value = "[64, 32]", min = 1, doc = "") List<Integer> widths,
            @Param(value = "[]", doc = "") List<String> names) {}

    record Needy(@Param(doc = "how many") int units) {}

    record Undocumented(int units) {}

    record Unreadable(@Param(value = "x", doc = "") Thread thread) {}

    private final Problems problems = new Problems();

    private <R> Optional<R> bind(Class<R> type, String key, String... pairs) {
        Map<String, Setting> given = new LinkedHashMap<>();
        for (String pair : pairs) {
            String name = pair.substring(0, pair.indexOf('='));
            given.put(name, Setting.parse(pair.substring(name.length() + 1), "flag " + name));
        }
        return RecordBinder.plain().bind(type, key, given, problems);
    }

    private void assertProblems(String... lines) {
        assertThat(problems.list()).extracting(Problem::toString).containsExactly(lines);
    }

    @Nested
    class Values {
        @Test
        void defaults_fill_what_is_not_given() {
            Margin bound = bind(Margin.class, "loss", "margin=2.5").orElseThrow();
            assertThat(bound).isEqualTo(new Margin(2.5, 3));
            assertThat(PartWriter.plain().parameters(bound))
                    .containsOnly(Map.entry("margin", "2.5"), Map.entry("count", "3"));
        }

        @Test
        void every_type_has_its_default_and_its_text() {
            Everything bound = bind(Everything.class, "x").orElseThrow();
            assertThat(bound)
                    .isEqualTo(new Everything(
                            9_000_000_000L,
                            true,
                            "a,b",
                            Path.of("some/folder"),
                            Player.GENERATOR,
                            List.of(64, 32),
                            List.of()));
            assertThat(PartWriter.plain().parameters(bound))
                    .containsEntry("wide", "9000000000")
                    .containsEntry("flag", "true")
                    .containsEntry("text", "'a,b'")
                    .containsEntry("path", "some/folder")
                    .containsEntry("player", "generator")
                    .containsEntry("widths", "[64,32]")
                    .containsEntry("names", "[]");
        }

        @Test
        void what_is_written_is_read_as_the_same() {
            Everything first = bind(Everything.class, "x", "text=\"it's [1]\"", "names=['a,b',\"c'd\",e]", "widths=5")
                    .orElseThrow();
            String[] written = PartWriter.plain().parameters(first).entrySet().stream()
                    .map(Map.Entry::toString)
                    .toArray(String[]::new);
            assertThat(bind(Everything.class, "x", written)).contains(first);
        }

        @Test
        void numbers_are_written_as_people_write_them() {
            assertThat(Scalars.write(0.0002)).isEqualTo("0.0002");
            assertThat(Scalars.write(1.0)).isEqualTo("1");
            assertThat(Scalars.write(-0.5)).isEqualTo("-0.5");
            assertThat(Scalars.write(100.0)).isEqualTo("100");
            assertThat(Scalars.write(1.7320508075688772)).isEqualTo("1.7320508075688772");
            assertThat(Scalars.write(1e-30)).isEqualTo("1.0E-30");
            assertThat(Scalars.write(new double[] {1, 2.5})).isEqualTo("[1,2.5]");
        }
    }

    @Nested
    class Mistakes {
        @Test
        void all_are_reported_at_once_with_their_places() {
            assertThat(bind(Margin.class, "loss", "margn=2", "margin=-1", "count=many"))
                    .isEmpty();
            assertProblems(
                    "flag margn: unknown key 'loss.margn', did you mean 'loss.margin'?",
                    "flag margin: 'loss.margin' must be at least 0, not -1",
                    "flag count: 'loss.count' takes a whole number, not 'many'");
        }

        @Test
        void a_far_off_key_is_answered_with_all_keys() {
            bind(Margin.class, "discriminator", "k=2");
            assertProblems("flag k: unknown key 'discriminator.k', known: discriminator.count, discriminator.margin");
        }

        @Test
        void a_part_without_parameters_has_no_keys() {
            record Bare() {}
            bind(Bare.class, "loss", "margin=2");
            assertProblems("flag margin: unknown key 'loss.margin', there is none to choose from");
        }

        @Test
        void ranges_are_named_in_words() {
            bind(Margin.class, "loss", "count=10");
            assertProblems("flag count: 'loss.count' must be between 1 and 9, not 10");
        }

        @Test
        void each_value_of_a_list_is_checked_and_all_wrong_ones_are_reported() {
            bind(Everything.class, "g", "widths=[64,0,x]");
            assertProblems(
                    "flag widths: 'g.widths' must be at least 1, not 0",
                    "flag widths: 'g.widths' takes a whole number, not 'x'");
        }

        @Test
        void numbers_that_are_none_are_refused() {
            for (String text : List.of("NaN", "Infinity", "1e999", "1d", "0x10", "", "1,5")) {
                bind(Margin.class, "loss", "margin=" + text);
            }
            assertThat(problems.list()).hasSize(7).allSatisfy(problem -> assertThat(problem.what())
                    .startsWith("'loss.margin' takes a number, not '"));
        }

        @Test
        void other_types_say_what_they_take() {
            bind(Everything.class, "x", "flag=yes", "player=generater", "wide=1.5");
            assertProblems(
                    "flag wide: 'x.wide' takes a whole number, not '1.5'",
                    "flag flag: 'x.flag' takes true or false, not 'yes'",
                    "flag player: 'x.player' takes one of discriminator, generator, not 'generater'");
        }

        @Test
        void several_values_where_one_is_taken() {
            bind(Margin.class, "loss", "margin=[1,2]");
            assertProblems("flag margin: 'loss.margin' takes one double, not several values");
        }

        @Test
        void a_missing_value_is_named_with_its_meaning() {
            bind(Needy.class, "layer");
            assertProblems("layer: key 'layer.units' is missing: how many");
        }

        @Test
        void what_the_constructor_refuses_is_told_in_its_words() {
            bind(Margin.class, "loss", "margin=7");
            assertProblems("flag margin: loss: a margin of 7 is unlucky");
        }

        @Test
        void what_the_constructor_refuses_of_its_own_defaults_is_told_under_the_key_once() {
            record Never(@Param(value = "1", doc = "") int x) {
                Never {
                    throw new IllegalArgumentException("never");
                }
            }
            bind(Never.class, "loss");
            assertProblems("loss: never");
        }

        @Test
        void a_failing_constructor_is_named_as_such() {
            bind(Margin.class, "loss", "margin=8");
            assertProblems("flag margin: loss: " + Margin.class.getName()
                    + " failed when it was built: java.lang.UnsupportedOperationException: eight");
        }

        @Test
        void a_record_that_cannot_be_described_is_a_problem_and_no_crash() {
            bind(Undocumented.class, "loss", "units=1");
            bind(Unreadable.class, "prior");
            assertThat(problems.list().get(0).toString())
                    .isEqualTo("loss: " + Undocumented.class.getName()
                            + ": component \"units\" lacks @Param, so it cannot be set or documented");
            assertThat(problems.list().get(1).toString())
                    .isEqualTo("prior: a parameter cannot have the type java.lang.Thread");
        }

        @Test
        void keys_of_a_command_have_no_prefix() {
            bind(Margin.class, "", "cuont=1");
            assertProblems("flag cuont: unknown key 'cuont', did you mean 'count'?");
        }
    }

    @Test
    void a_parameter_is_summed_up_in_a_line() {
        assertThat(Parameter.of(Margin.class))
                .extracting(Parameter::summary)
                .containsExactly(
                        "margin (double, at least 0, default 1): distance",
                        "count (int, between 1 and 9, default 3): count");
        assertThat(Parameter.of(Needy.class))
                .extracting(Parameter::summary)
                .containsExactly("units (int, required): how many");
    }

    @Test
    void types_read_as_words() {
        assertThat(Parameter.of(Everything.class))
                .extracting(Parameter::typeName)
                .containsExactly(
                        "long",
                        "boolean",
                        "string",
                        "path",
                        "discriminator|generator",
                        "list of int",
                        "list of string");
        assertThat(Parameter.of(String.class)).isEmpty();
    }
}
