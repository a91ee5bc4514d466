package org.gan4j.experiments.compare.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.report.ReportWriter;
import org.gan4j.experiments.run.Games;
import org.gan4j.experiments.store.ComparisonConditions;
import org.gan4j.experiments.store.ComparisonConditions.Fact;
import org.gan4j.experiments.store.ComparisonConditions.Standing;
import org.gan4j.experiments.store.ComparisonRecord;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FairnessTest {
    /** Words that put arms in an order. */
    private static final String ORDER =
            "(?i)\\b(better|worse|best|worst|higher|lower|more|less|greater|smaller|larger|faster"
                    + "|slower|wins?|beats?|ahead|behind|superior|outperforms?|improves?)\\b";

    @TempDir
    Path runs;

    private Games games;

    @BeforeEach
    void open() {
        games = new Games(runs);
    }

    private List<Experiment> cells(String[]... grids) {
        List<Experiment> cells = new ArrayList<>();
        for (String[] grid : grids) {
            cells.addAll(games.cells(grid));
        }
        return cells;
    }

    private static List<String> keys(ComparisonConditions conditions, Standing standing) {
        return conditions.facts(standing).stream().map(Fact::key).toList();
    }

    private RunFolder run(String... settings) {
        return RunFolder.open(games.runner().run(games.cells(settings).get(0)).folder());
    }

    @Test
    void a_grid_of_losses_is_about_the_loss_with_its_own_parameters() {
        ComparisonConditions conditions = Fairness.ofGrid(games.cells("loss=one,wide", "seed=1,2"), List.of());

        assertThat(conditions.factors()).containsExactly("loss");
        // Only wide has a margin and a floor: they came with the loss, as did its class.
        assertThat(keys(conditions, Standing.FACTOR))
                .containsExactly("loss", "loss.class", "loss.floor", "loss.margin");
        assertThat(keys(conditions, Standing.UNDECLARED)).isEmpty();
        assertThat(keys(conditions, Standing.SHARED)).contains("dataset", "parameters.g", "parameters.d", "batch");
    }

    @Test
    void variants_of_one_loss_are_about_the_loss_though_several_of_its_parameters_change_together() {
        ComparisonConditions conditions = Fairness.ofGrid(
                games.cells("loss=wide(margin=0.1,floor=1),wide(margin=0.5,floor=2),one", "seed=1,2"), List.of());
        assertThat(conditions.factors()).containsExactly("loss");

        ComparisonConditions two = Fairness.ofGrid(
                games.cells("loss=wide(margin=0.1,floor=1),wide(margin=0.5,floor=2)", "prior.size=1,2"), List.of());
        assertThat(two.factors()).containsExactly("loss", "prior.size");
        assertThat(keys(two, Standing.FACTOR)).containsExactly("loss.floor", "loss.margin", "prior.size");
        assertThat(keys(two, Standing.UNDECLARED)).isEmpty();
        // Every combination of both was run, so that each is a factor of its own.
        assertThat(Fairness.ofGrid(games.cells("loss=wide", "loss.margin=0.1,0.5", "loss.floor=1,2"), List.of())
                        .factors())
                .containsExactly("loss.floor", "loss.margin");
    }

    @Test
    void parameters_of_both_nets_are_counted() {
        // Latent 3, data 1: an mlp of one hidden layer of 4 has 3·4 + 4 + 4·1 + 1 = 21 weights in G, 1·4 + 4 + 4·1 + 1
        // = 13 in D
        ComparisonConditions conditions = Fairness.ofGrid(
                games.cells(
                        "prior=gaussian",
                        "prior.size=3",
                        "generator=mlp",
                        "generator.hidden=[4]",
                        "discriminator=mlp",
                        "discriminator.hidden=[4]"),
                List.of());

        assertThat(conditions.facts()).contains(new Fact("parameters.g", Map.of("one", "21"), Standing.SHARED));
        assertThat(conditions.facts()).contains(new Fact("parameters.d", Map.of("one", "13"), Standing.SHARED));
    }

    @Test
    void what_follows_from_a_factor_is_no_second_one() {
        ComparisonConditions conditions = Fairness.ofGrid(games.cells("prior.size=1,10"), List.of());

        assertThat(conditions.factors()).containsExactly("prior.size");
        assertThat(keys(conditions, Standing.FOLLOWS)).containsExactly("parameters.g");
    }

    @Test
    void settings_that_change_together_are_refused_all_at_once_before_anything_runs() {
        List<Experiment> cells = cells(
                new String[] {"loss=one", "batch=10", "steps=20"}, new String[] {"loss=wide", "batch=30", "steps=40"});

        assertThatThrownBy(() -> games.runner().compare(cells))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("steps: differs besides loss: one batch=10 steps=20 has 20; wide batch=30 steps=40 has 40\n"
                        + "batch: differs besides loss: one batch=10 steps=20 has 10; wide batch=30 steps=40 has 30\n"
                        + "a difference could not be put down to loss; compare runs that agree in all else, or allow it"
                        + " with --waive steps,batch, which is then stated beside the result");
        assertThat(RunFolder.below(runs)).isEmpty();
    }

    @Test
    void runs_that_differ_in_a_second_setting_are_refused_until_it_is_waived() throws Exception {
        List<RunFolder> folders = List.of(run("loss=one", "batch=10"), run("loss=wide", "batch=30", "steps=40"));

        assertThatThrownBy(() -> games.instance(ReportWriter.class).write(folders, List.of()))
                .isInstanceOf(InvalidInput.class)
                // Numbers of updates follow from the steps.
                .hasMessageContaining("--waive steps,batch,");

        Path report = games.instance(ReportWriter.class).write(folders, List.of("batch", "steps"));
        ComparisonRecord made = RunFolder.open(report.getParent()).comparison().orElseThrow();
        assertThat(made.conclusion())
                .endsWith("The arms also differ in steps, batch, which was waived: a difference may stem from it.");
        assertThat(made.table()).contains("Waived: batch (one batch=10 steps=20: 10; wide batch=30 steps=40: 30).");
        assertThat(keys(made.conditions(), Standing.WAIVED)).containsExactly("steps", "batch");
        assertThat(Files.readString(report))
                .contains("Waived, so a difference between results may stem from it: steps, batch.");
        // Made anew, it is still stated.
        games.instance(ReportWriter.class).write(List.of(RunFolder.open(report.getParent())), List.of());
        assertThat(RunFolder.open(report.getParent()).comparison().orElseThrow().table())
                .contains("Waived: batch");
    }

    @Test
    void numbers_of_updates_that_differ_are_found_though_no_setting_differs() {
        Outcome one = games.runner().run(games.cells("loss=one", "schedule.k=2").get(0));
        Outcome wide =
                games.runner().run(games.cells("loss=wide", "schedule.k=2").get(0));
        Outcome cut = new Outcome(wide.experiment(), wide.folder(), wide.status(), 10, 0, "", wide.metrics(), 0, "");

        ComparisonConditions conditions = Fairness.ofRuns(List.of(one, cut), List.of(), List.of());

        // k = 2 updates of D a step, one of G
        assertThat(conditions.facts(Standing.UNDECLARED))
                .containsExactly(
                        new Fact("updates.d", Map.of("one", "40", "wide", "20"), Standing.UNDECLARED),
                        new Fact("updates.g", Map.of("one", "20", "wide", "10"), Standing.UNDECLARED));
    }

    @Test
    void a_key_to_waive_that_does_not_exist_is_a_mistake() {
        List<Experiment> grid = games.cells("loss=one,wide");

        assertThatThrownBy(() -> games.runner().compare(grid, List.of("bacth")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("--waive bacth: nothing of these runs has this key, did you mean 'batch'?");
    }

    @Test
    void of_two_factors_differences_are_tested_where_one_differs() {
        Comparison comparison = games.runner().compare(games.cells("loss=one,wide", "prior.size=1,2", "seed=1,2,3"));

        // Of the six pairs of four arms, two differ in both.
        assertThat(comparison.differences().stream()
                        .filter(difference -> difference.metric().equals("loss/d"))
                        .map(difference -> difference.a() + " - " + difference.b()))
                .containsExactly(
                        "one prior.size=1 - one prior.size=2",
                        "one prior.size=1 - wide prior.size=1",
                        "one prior.size=2 - wide prior.size=2",
                        "wide prior.size=1 - wide prior.size=2");
        assertThat(comparison.table())
                .contains("differ in loss and prior.size; differences are tested only between arms that differ in one");
    }

    @Test
    void one_loss_under_two_names_is_put_in_no_order() throws Exception {
        Comparison comparison = games.runner().compare(games.cells("loss=one,alias", "seed=1,2,3"));

        assertThat(comparison.conclusion()).startsWith("one and alias are identical");
        assertThat(comparison.table()).doesNotContainPattern(ORDER).contains("The arms differ in loss only;");
        assertThat(comparison.conclusion()).doesNotContainPattern(ORDER);
        String html = Files.readString(new RunFolder(comparison.folder()).report());
        // The name of a setting is no claim.
        String text = html.replaceAll("(?s)<(style|script)\\b.*?</\\1>|<[^>]*>|checkpoint\\.best", " ");
        assertThat(text).contains("What the arms share and where they differ").doesNotContainPattern(ORDER);
    }
}
