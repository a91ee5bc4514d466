package org.gan4j.experiments.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.settings.record.ExperimentYaml;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

public class ResolverTest {
    @TempDir
    Path folder;

    private final Resolver resolver = TestParts.resolver();

    private Experiment one(String recipe, String... settings) {
        return resolver.resolveOne(recipe, List.of(settings));
    }

    private List<Experiment> grid(String recipe, String... settings) {
        return resolver.resolve(recipe, List.of(settings));
    }

    private String file(String yaml) {
        try {
            return Files.writeString(folder.resolve("my.yaml"), yaml).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> mistakes(String recipe, String... settings) {
        return TestParts.mistakes(resolver, recipe, settings).stream()
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }

    @Nested
    class Layers {
        @Test
        void a_recipe_has_the_defaults_for_all_that_it_leaves_out() {
            Experiment small = one("small");

            assertThat(small.name()).isEqualTo("small");
            assertThat(small.settings())
                    .contains(
                            entry("loss", "non-saturating"),
                            entry("schedule", "algorithm-1"),
                            entry("schedule.k", "1"),
                            entry("seed", "1"),
                            entry("device", "auto"),
                            entry("runs", "runs"),
                            entry("epochs", "0"),
                            entry("metrics", "[]"),
                            entry("modules", "[]"),
                            entry("probes", "[minimax,non-saturating]"),
                            entry("generator.weights", "glorot"))
                    .containsKeys("eval.every", "report.every", "checkpoint.every", "batch", "steps", "minutes");
            assertThat(small.budget()).isEqualTo(new Experiment.Budget(10, 0, 0));
        }

        @Test
        void settings_lie_over_the_file_which_lies_over_its_recipe() {
            Experiment mine = one(file("recipe: blended\nloss.share: 0.75\nsteps: 20\nbatch: 5\n"), "steps=30");

            assertThat(mine.name()).isEqualTo("my");
            assertThat(mine.settings())
                    .contains(
                            entry("loss", "blend"),
                            entry("loss.share", "0.75"),
                            entry("steps", "30"),
                            entry("batch", "5"),
                            entry("dataset", "dots"),
                            entry("generator.hidden", "[8,8]"));
            assertThat(mine.parts().loss().value()).isEqualTo(new TestParts.Blend(0.75));
        }

        @Test
        void another_part_drops_the_parameters_of_the_one_before() {
            assertThat(one("blended", "loss=minimax").settings()).doesNotContainKey("loss.share");
            assertThat(one("blended", "loss=blend").settings()).contains(entry("loss.share", "0.25"));
            assertThat(one("blended", "loss=blend", "loss.share=1").settings()).contains(entry("loss.share", "1"));
            // The parameter of a nested part, whose name had been left to its default.
            String nested = file("recipe: small\ngenerator.weights.gain: 2\n");
            assertThat(mistakes(nested, "generator.weights=normal")).isEmpty();
        }

        @Test
        void nested_and_dotted_keys_are_the_same() {
            String nested =
                    "recipe: small\ngenerator:\n  name: mlp\n  hidden: [4]\n  weights: {name: uniform, range: 0.5}\n";
            String dotted = """
                recipe: small
                generator: mlp
                generator.hidden: [4]
                generator.weights: uniform
                generator.weights.range: 0.5
                """;
            String mixed =
                    "recipe: small\ngenerator: {hidden: [4], weights.name: uniform}\ngenerator.weights.range: 5e-1\n";

            Experiment first = one(file(nested));
            assertThat(one(file(dotted)).hash()).isEqualTo(first.hash());
            assertThat(one(file(mixed)).hash()).isEqualTo(first.hash());
            assertThat(first.settings()).contains(entry("generator.weights.range", "0.5"));
        }

        @Test
        void lists_of_parts_have_parameters_under_their_names() {
            Experiment blended = one("blended");
            assertThat(blended.settings())
                    .contains(entry("metrics", "[modes,parzen]"), entry("metrics.parzen.samples", "500"));
            assertThat(blended.parts().metrics())
                    .extracting(Part::key)
                    .containsExactly("metrics.modes", "metrics.parzen");

            assertThat(one("blended", "metrics.parzen.samples=7", "terms=[drift]", "terms.drift.weight=0.5")
                            .settings())
                    .contains(
                            entry("metrics.parzen.samples", "7"),
                            entry("terms", "[drift]"),
                            entry("terms.drift.weight", "0.5"));
            assertThat(one("blended", "metrics=[modes]").settings()).doesNotContainKey("metrics.parzen.samples");
            assertThat(one("blended", "metrics=parzen").settings()).contains(entry("metrics.parzen.samples", "500"));
            assertThat(one("blended", "metrics=[]").parts().metrics()).isEmpty();
        }
    }

    @Nested
    class Grids {
        @Test
        void the_last_key_varies_fastest() {
            assertThat(grid("small", "loss=minimax,blend", "seed=range(1,4)"))
                    .extracting(cell -> cell.parts().loss().name() + cell.seed())
                    .containsExactly("minimax1", "minimax2", "minimax3", "blend1", "blend2", "blend3");
        }

        @Test
        void brackets_and_quotes_protect_commas() {
            assertThat(grid("small", "generator.hidden=[64,32],[8]"))
                    .extracting(cell -> cell.settings().get("generator.hidden"))
                    .containsExactly("[64,32]", "[8]");
            assertThat(one("small", "runs='a,b'").runs()).isEqualTo(Path.of("a,b"));
            assertThat(one("small", "runs=\"range(1,3)\"").runs()).isEqualTo(Path.of("range(1,3)"));
        }

        @Test
        void ranges_and_values_mix() {
            assertThat(grid("small", "seed=range(1,3),7"))
                    .extracting(Experiment::seed)
                    .containsExactly(1L, 2L, 7L);
            assertThat(grid("small", "seed=range(-1,1)"))
                    .extracting(Experiment::seed)
                    .containsExactly(-1L, 0L);
        }

        @Test
        void a_range_may_have_a_step() {
            assertThat(grid("small", "seed=range(1,10,4)"))
                    .extracting(Experiment::seed)
                    .containsExactly(1L, 5L, 9L);
            assertThat(grid("small", "seed=range(1,9,4)"))
                    .extracting(Experiment::seed)
                    .containsExactly(1L, 5L);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1:5", "1..5", "1-5"})
        void another_notation_of_a_range_is_answered_with_this_one(String range) {
            assertThat(mistakes("small", "seed=" + range))
                    .containsExactly("seed=" + range + ": 'seed' takes a whole number, not '" + range
                            + "'; several values are written as range(1,6) for 1 to 5, or with commas");
        }

        @Test
        void a_file_may_hold_a_grid_and_settings_may_replace_it() {
            String sweep = file("recipe: small\nloss: minimax,blend\nseed: range(1,3)\n");

            assertThat(grid(sweep)).hasSize(4);
            assertThat(grid(sweep, "seed=9")).hasSize(2);
            assertThat(grid(sweep, "loss=minimax", "seed=5,6"))
                    .extracting(Experiment::seed)
                    .containsExactly(5L, 6L);
        }

        @Test
        void parameters_stay_in_the_cells_whose_part_they_belong_to() {
            assertThat(grid("blended", "loss=minimax,blend"))
                    .extracting(cell -> cell.settings().get("loss.share"))
                    .containsExactly(null, "0.25");
        }

        @Test
        void a_swept_parameter_falls_away_with_its_part() {
            String sweep = file("recipe: small\nloss: {name: blend, share: '0.1,0.2'}\n");

            assertThat(grid(sweep)).hasSize(2);
            assertThat(grid(sweep, "loss=minimax")).hasSize(1);
            // minimax once, blend with both shares
            assertThat(grid(sweep, "loss=minimax,blend"))
                    .extracting(cell -> cell.settings().get("loss.share"))
                    .containsExactly(null, "0.1", "0.2");
        }

        @Test
        void a_value_may_stand_twice_so_that_a_loss_is_compared_with_itself() {
            assertThat(grid("small", "loss=minimax,minimax")).hasSize(2);
        }

        @Test
        void a_grid_is_refused_where_one_experiment_is_expected() {
            assertThatThrownBy(() -> one("small", "seed=1,2"))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage("small: these settings are a grid of 2 experiments, and one is expected here");
        }

        @Test
        void mistakes_in_grids() {
            assertThat(mistakes(
                            "small",
                            "seed=range(3,3)",
                            "batch=range(1)",
                            "checkpoint.every=range(1,9,0)",
                            "steps=1,,2",
                            "loss=minimax",
                            "loss=blend,minimax",
                            "epochs=range(0,9999999)"))
                    .containsExactly(
                            "seed=range(3,3): 'seed': range(3,3) is empty: it begins with 3 and ends before 3",
                            "batch=range(1): 'batch': range(1) takes two whole numbers, the first and the one after"
                                    + " the last, as range(1,4), and perhaps a step, as range(1,8,3)",
                            "checkpoint.every=range(1,9,0): 'checkpoint.every': range(1,9,0) has the step 0; the least"
                                    + " is 1",
                            "steps=1,,2: 'steps' has an empty choice beside a comma",
                            "loss=blend,minimax: 'loss' is set twice",
                            "epochs=range(0,9999999): 'epochs': range(0,9999999) has 9999999 values; a grid has at most"
                                    + " 1000 cells");
            // 11 · 100 = 1100
            assertThat(mistakes("small", "seed=range(0,11)", "steps=range(0,100)"))
                    .containsExactly("steps=range(0,100): the grid has more than 1000 cells");
        }
    }

    @Nested
    class Variants {
        private List<String> variants(List<Experiment> cells) {
            return cells.stream()
                    .map(cell -> cell.parts().loss().name() + cell.settings().getOrDefault("loss.share", ""))
                    .toList();
        }

        @Test
        void a_parameter_is_set_for_the_listed_parts_that_have_it() {
            assertThat(variants(grid("small", "loss=minimax,blend", "loss.share=0.1")))
                    .containsExactly("minimax", "blend0.1");
            // minimax has no share, so its two cells are one.
            assertThat(variants(grid("small", "loss=minimax,blend", "loss.share=0.1,0.9", "seed=1,2")))
                    .containsExactly("minimax", "minimax", "blend0.1", "blend0.1", "blend0.9", "blend0.9");
            assertThat(grid("small", "metrics=[modes],[parzen]", "metrics.parzen.samples=7"))
                    .extracting(cell -> cell.settings().get("metrics.parzen.samples"))
                    .containsExactly(null, "7");
        }

        @Test
        void a_parameter_that_no_listed_part_has_is_refused_once() {
            assertThat(mistakes("small", "loss=minimax,blend", "loss.shar=0.1", "prior=gausian"))
                    .containsExactly(
                            "loss.shar=0.1: unknown key 'loss.shar': none of blend, minimax has it; did you mean"
                                    + " 'loss.share'?",
                            "prior=gausian: unknown prior 'gausian', did you mean 'gaussian'?");
            assertThat(mistakes("small", "loss=minimax", "loss.share=0.1", "seed=1,2"))
                    .containsExactly("loss.share=0.1: unknown key 'loss.share', there is none to choose from; 'share'"
                            + " belongs to loss=blend");
        }

        @Test
        void parentheses_give_a_variant_parameters_of_its_own() {
            assertThat(variants(grid("small", "loss=minimax,blend(share=0.1),blend(share=0.9),blend")))
                    .containsExactly("minimax", "blend0.1", "blend0.9", "blend0.5");
            assertThat(one("small", "loss=blend(share=0.1)").hash())
                    .isEqualTo(one("small", "loss=blend", "loss.share=0.1").hash());
            assertThat(one("small", "terms=[drift(weight=2)]", "metrics=[parzen(samples=3),modes]")
                            .settings())
                    .contains(
                            entry("terms.drift.weight", "2"),
                            entry("metrics", "[parzen,modes]"),
                            entry("metrics.parzen.samples", "3"));
            assertThat(grid("small", "terms=[],drift(weight=2)"))
                    .extracting(cell -> cell.settings().get("terms.drift.weight"))
                    .containsExactly(null, "2");
            assertThat(grid("small", "probes=[minimax,blend(share=0.9)]"))
                    .extracting(cell -> cell.settings().get("probes.blend.share"))
                    .containsExactly("0.9");
        }

        @Test
        void a_parameter_beside_a_name_lies_over_earlier_settings_and_under_later_ones() {
            // The recipe sets share to 0.25.
            assertThat(variants(grid("blended", "loss=blend(share=0.1),blend")))
                    .containsExactly("blend0.1", "blend0.25");
            String swept = file("recipe: small\nloss: blend\nloss.share: 0.1,0.2\n");
            assertThat(variants(grid(swept, "loss=blend(share=0.3)"))).containsExactly("blend0.3");
            String inline = file("recipe: small\nloss: minimax, blend(share=0.3)\n");
            assertThat(variants(grid(inline, "loss.share=0.5,0.6"))).containsExactly("minimax", "blend0.5", "blend0.6");
        }

        @Test
        void in_yaml_variants_are_a_list_of_names_and_maps() {
            String list = file("""
                recipe: small
                loss: [minimax, {name: blend, share: 0.1}, 'blend(share=0.9)']
                """);
            assertThat(variants(grid(list))).containsExactly("minimax", "blend0.1", "blend0.9");
            assertThat(variants(grid(file("recipe: small\nloss: minimax, blend(share=0.1)\n"))))
                    .containsExactly("minimax", "blend0.1");
            assertThat(variants(grid("small", "loss=[minimax,blend]"))).containsExactly("minimax", "blend0.5");
        }

        @Test
        void a_variant_is_the_same_after_it_was_written_down() {
            for (Experiment cell : grid("small", "loss=minimax,blend(share=0.1)", "terms=[drift(weight=2)]")) {
                Experiment again = one(file(ExperimentYaml.of(cell)));
                assertThat(again.hash()).isEqualTo(cell.hash());
                assertThat(again.settings()).isEqualTo(cell.settings());
            }
        }

        @Test
        void mistakes_in_variants() {
            assertThat(mistakes("small", "loss=minimax,blend(share=2)"))
                    .containsExactly("loss=minimax,blend(share=2): 'loss.share' must be between 0 and 1, not 2");
            assertThat(mistakes("small", "loss=minimax,blend(shar=0.1)"))
                    .containsExactly(
                            "loss=minimax,blend(shar=0.1): unknown key 'loss.shar', did you mean 'loss.share'?");
            assertThat(mistakes("small", "loss=blend(0.1)"))
                    .containsExactly("loss=blend(0.1): 'loss': parameters of a part are written"
                            + " blend(key=value,key=value)");
            assertThat(mistakes("small", "loss=blend(share=0.1)", "loss.share=0.2"))
                    .containsExactly("loss.share=0.2: 'loss.share' is set twice: here and beside a name in 'loss'");
            assertThat(mistakes("small", "loss=minimax,blend", "blend.share=0.1"))
                    .containsExactly("blend.share=0.1: unknown key 'blend.share', which begins with the name of a loss;"
                            + " a parameter of it is written loss=blend(share=VALUE)");
            assertThat(mistakes("small", "loss=minimax,blend", "blend(share=0.1)"))
                    .containsExactly("blend(share=0.1): unknown key 'blend(share', which begins with the name of a"
                            + " loss; a parameter of it is written loss=blend(share=VALUE)");
            assertThat(mistakes(file("recipe: small\nloss: [{share: 0.1}]\n")))
                    .containsExactly("my.yaml:2:8: 'loss' takes names; beside parameters, write name: NAME");
        }
    }

    @Nested
    class Probes {
        @Test
        void a_loss_may_be_probed_with_several_values_of_a_parameter() {
            Experiment probed = one("small", "probes=[minimax,blend(share=0.1),blend(share=0.9)]");

            assertThat(probed.parts().probes())
                    .extracting(Part::name)
                    .containsExactly("minimax", "blend(share=0.1)", "blend(share=0.9)");
            assertThat(probed.settings()).contains(entry("probes", "[minimax,blend(share=0.1),blend(share=0.9)]"));
            assertThat(probed.settings().keySet()).noneMatch(key -> key.startsWith("probes.blend"));
            Experiment again = one(file(ExperimentYaml.of(probed)));
            assertThat(again).isEqualTo(probed);
            assertThat(again.hash()).isEqualTo(probed.hash());
        }

        @Test
        void a_default_beside_a_value_tells_them_apart_too() {
            assertThat(one("small", "probes=[blend,blend(share=0.9)]").parts().probes())
                    .extracting(Part::name)
                    .containsExactly("blend(share=0.5)", "blend(share=0.9)");
        }

        @Test
        void mistakes_in_probes() {
            assertThat(mistakes("small", "probes=[blend(share=0.5),blend]"))
                    .containsExactly("probes=[blend(share=0.5),blend]: 'probes' names 'blend' twice");
            assertThat(mistakes("small", "probes=[blend(share=0.1),blend(share=0.9)]", "probes.blend.share=0.2"))
                    .contains("probes.blend.share=0.2: 'probes.blend.share' is set twice: here and beside a name in the"
                            + " list");
            assertThat(mistakes("small", "probes=[blend(shar=0.1),blend(share=0.9)]"))
                    .containsExactly("probes=[blend(shar=0.1),blend(share=0.9)]: unknown key 'probes.blend.shar', did"
                            + " you mean 'probes.blend.share'?");
            assertThat(mistakes("small", "terms=[drift(weight=1),drift(weight=2)]"))
                    .containsExactly("terms=[drift(weight=1),drift(weight=2)]: 'terms' names 'drift' twice");
        }
    }

    @Nested
    class Wildcard {
        private List<String> losses(List<Experiment> cells) {
            return cells.stream().map(cell -> cell.parts().loss().name()).toList();
        }

        @Test
        void an_asterisk_stands_for_all_parts_that_need_nothing_else() {
            // needy has a parameter without a default, and twisted returns no scalar.
            assertThat(losses(grid("small", "loss=*"))).containsExactly("blend", "minimax", "non-saturating");
            assertThat(grid("small", "loss=*", "loss.share=0.1", "seed=1,2")).hasSize(6);
            assertThat(losses(grid("small", "loss=minimax,blend(share=0.1),*")))
                    .containsExactly("minimax", "blend", "non-saturating");
            assertThat(losses(grid(file("recipe: small\nloss: [minimax, '*']\n"))))
                    .containsExactly("minimax", "blend", "non-saturating");
            assertThat(losses(grid(file("recipe: small\nloss: '*'\n"), "loss=minimax")))
                    .containsExactly("minimax");
        }

        @Test
        void an_asterisk_in_a_list_of_parts_adds_them_to_the_list() {
            assertThat(one("small", "probes=[minimax,*]").settings())
                    .contains(entry("probes", "[minimax,blend,non-saturating]"));
            assertThat(grid("small", "terms=[],*"))
                    .extracting(cell -> cell.settings().get("terms"))
                    .startsWith("[]")
                    .contains("[drift]");
        }

        @Test
        void a_parameter_takes_an_asterisk_if_its_values_can_be_listed() {
            assertThat(grid("small", "generator.weights=*"))
                    .extracting(cell -> cell.settings().get("generator.weights"))
                    .contains("glorot", "uniform");
            assertThat(mistakes("small", "batch=*"))
                    .containsExactly("batch=*: 'batch' has no values that * could stand for; list those to compare");
            assertThat(mistakes("small", "loss=blend", "loss.share=*"))
                    .containsExactly(
                            "loss.share=*: 'loss.share' has no values that * could stand for; list those to compare");
            assertThat(mistakes("small", "los=*")).containsExactly("los=*: unknown key 'los', did you mean 'loss'?");
        }

        @Test
        void what_is_left_out_is_logged_once_with_the_reason() {
            Logger logger = (Logger) LoggerFactory.getLogger(Resolver.class);
            ListAppender<ILoggingEvent> lines = new ListAppender<>();
            lines.start();
            logger.addAppender(lines);
            try {
                grid("small", "loss=*");
                grid("small", "loss=*", "seed=1,2");
            } finally {
                logger.detachAppender(lines);
            }

            assertThat(lines.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .hasSize(2)
                    .anyMatch(line -> line.startsWith("loss=* leaves out needy: "))
                    .anyMatch(line -> line.startsWith("loss=* leaves out twisted: "));
        }

        @Test
        void a_mistake_elsewhere_is_the_only_one_that_is_reported() {
            assertThat(mistakes("small", "loss=*", "batch=x"))
                    .containsExactly("batch=x: 'batch' takes a whole number, not 'x'");
        }
    }
}
