package org.gan4j.experiments.compare.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.train.Optimizer;
import org.gan4j.experiments.run.Games;
import org.gan4j.experiments.store.ComparisonConditions.Fact;
import org.gan4j.experiments.store.ComparisonConditions.Standing;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.ComparisonRecord;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.TuningRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TunedTest {
    private static final String[] GRID = {"loss=one,wide", "seed=1,2,3", "metrics=[wasserstein]"};

    @TempDir
    Path runs;

    private Games games;
    private TunedComparison tuned;

    @BeforeEach
    void open() {
        games = new Games(runs);
        tuned = new TunedComparison(games.runner());
    }

    private TuningRequest request(String... more) {
        List<String> all = Stream.of(
                        Stream.of("gaussian-1d"),
                        games.settings(GRID).stream(),
                        Stream.of("tune.rate=0.25,0.5,1"),
                        Stream.of(more))
                .flatMap(part -> part)
                .toList();
        return TuningRequest.of(all);
    }

    private Outcome run(String rate, Status status, double value) {
        Experiment cell = games.cells("optimizer.rate=" + rate).get(0);
        return new Outcome(cell, runs, status, 20, 0, "", Map.of("eval/x", value), 0, "");
    }

    private static RateChoice judge(String goal) {
        return new RateChoice(new ComparisonPlan.Sweep("optimizer.rate", List.of(), List.of(), "eval/x", goal));
    }

    @Test
    void the_best_mean_is_chosen_in_the_direction_that_is_good() {
        // Means: 0.25 has (1 + 3)/2 = 2, 0.5 has (1 + 2)/2 = 1.5, 1 has 4
        List<Outcome> tried = List.of(
                run("0.25", Status.FINISHED, 1),
                run("0.25", Status.FINISHED, 3),
                run("0.5", Status.FINISHED, 1),
                run("0.5", Status.FINISHED, 2),
                run("1", Status.FINISHED, 4),
                run("1", Status.FINISHED, 4));

        TuningRecord.Arm lowest = judge("lowest").choose("a", tried);
        assertThat(lowest.chosen()).isEqualTo("0.5");
        assertThat(lowest.atEdge()).isFalse();
        assertThat(lowest.tied()).isEmpty();
        assertThat(lowest.tried()).extracting(TuningRecord.Tried::mean).containsExactly(2.0, 1.5, 4.0);
        TuningRecord.Arm highest = judge("highest").choose("a", tried);
        assertThat(Double.parseDouble(highest.chosen())).isEqualTo(1);
        assertThat(highest.atEdge()).isTrue();
    }

    @Test
    void a_rate_under_which_a_run_diverged_loses_however_good_the_others_are() {
        List<Outcome> tried = List.of(
                run("0.25", Status.FINISHED, 5),
                run("0.25", Status.FINISHED, 5),
                run("0.5", Status.FINISHED, 1),
                run("0.5", Status.DIVERGED, 0));

        TuningRecord.Arm chosen = judge("lowest").choose("a", tried);
        assertThat(chosen.chosen()).isEqualTo("0.25");
        assertThat(chosen.tried().get(1)).isEqualTo(new TuningRecord.Tried("0.5", 1, 1, 1));
        assertThatThrownBy(() -> judge("lowest").choose("a", List.of(run("1", Status.DIVERGED, 0))))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("no tuning run of a came to a value of eval/x");
    }

    @Test
    void every_arm_tries_every_rate_with_the_same_seeds_and_then_runs_once_at_its_own() throws IOException {
        Comparison made = tuned.compare(request(), games.cells(GRID), List.of());

        // The fake's samples are the same under every rate, so all tie and what was listed before the others is taken.
        ComparisonRecord record = new RunFolder(made.folder()).comparison().orElseThrow();
        TuningRecord tuning = record.tuning();
        assertThat(tuning.metric()).isEqualTo("eval/wasserstein");
        assertThat(tuning.goal()).isEqualTo("lowest");
        assertThat(tuning.seeds()).containsExactly(1001L, 1002L, 1003L);
        assertThat(tuning.arms()).extracting(TuningRecord.Arm::arm).containsExactly("one", "wide");
        assertThat(tuning.arms()).allSatisfy(arm -> {
            assertThat(arm.tried()).extracting(TuningRecord.Tried::finished).containsExactly(3, 3, 3);
            assertThat(arm.chosen()).isEqualTo("0.25");
            assertThat(arm.atEdge()).isTrue();
        });
        assertThat(made.outcomes())
                .hasSize(6)
                .allSatisfy(run -> assertThat(run.experiment().settings()).containsEntry("optimizer.rate", "0.25"));
        // 2 arms · 3 rates · 3 seeds and their comparison, 2 arms · 3 seeds and theirs
        assertThat(RunFolder.below(runs)).hasSize(18 + 1 + 6 + 1);
        assertThat(made.table())
                .contains("chosen for the lowest mean eval/wasserstein in 9 tuning runs an arm with seeds [1001, 1002,"
                        + " 1003]")
                .contains("at the edge of what was tried");
        assertThat(made.conclusion())
                .contains("Each arm ran at its own tuned optimizer.rate.")
                .contains("eval/wasserstein could not tell 0.25 of one from 0.5, 1, so it may not be its best");
        assertThat(Files.readString(new RunFolder(made.folder()).report()))
                .contains("Each arm ran at its own tuned optimizer.rate", "0.25 (at the edge) (no better than 0.5, 1)");
    }

    @Test
    void a_cut_sweep_goes_on_and_is_followed_by_what_it_was_made_for() throws IOException {
        Comparison made = tuned.compare(request(), games.cells(GRID), List.of());
        RunFolder sweep = RunFolder.open(made.folder()
                .resolve(new RunFolder(made.folder())
                        .comparison()
                        .orElseThrow()
                        .tuning()
                        .sweep())
                .normalize());
        // As a kill in the last run of the sweep leaves it
        made.outcomes().forEach(run -> delete(run.folder()));
        delete(made.folder());
        RunFolder last = RunFolder.below(runs).stream()
                .filter(folder -> folder.record().kind().equals("run"))
                .max(Comparator.comparingLong(folder -> folder.record().started()))
                .orElseThrow();
        Files.delete(last.outcomeJson());
        Files.delete(sweep.comparisonJson());

        Comparison again = tuned.resume(sweep);

        assertThat(again.rows()).isEqualTo(made.rows());
        assertThat(again.differences()).isEqualTo(made.differences());
        assertThat(again.outcomes())
                .extracting(Outcome::weights)
                .isEqualTo(made.outcomes().stream().map(Outcome::weights).toList());
        // What follows was begun, so it is this that goes on now.
        assertThat(tuned.resume(sweep).folder()).isEqualTo(again.folder());
    }

    @Test
    void different_rates_are_stated_as_tuned_and_not_as_unfair() throws IOException {
        List<Experiment> grid = Stream.concat(
                        games.cells("loss=one", "optimizer.rate=0.25", "seed=1,2,3").stream(),
                        games.cells("loss=wide", "optimizer.rate=0.5", "seed=1,2,3").stream())
                .toList();
        TuningRecord tuning = new TuningRecord(
                "optimizer.rate",
                "eval/x",
                "lowest",
                List.of(9L),
                "../tune",
                List.of(new TuningRecord.Arm("one", List.of(new TuningRecord.Tried("0.25", 1, 0, 2)), "0.25", true)));

        Comparison made = games.runner()
                .compare(
                        grid,
                        new ComparisonPlan(List.of(), List.of("optimizer.rate"), tuning, ComparisonPlan.Sweep.none()),
                        List.of());

        assertThat(new RunFolder(made.folder())
                        .comparison()
                        .orElseThrow()
                        .conditions()
                        .facts(Standing.WAIVED))
                .extracting(Fact::key)
                .containsExactly("optimizer.rate");
        assertThat(made.conclusion()).doesNotContain("may stem from it").contains("its own tuned optimizer.rate");
        assertThat(made.table()).contains("  one: 0.25 of 0.25 (2)");
        assertThat(Files.readString(new RunFolder(made.folder()).report()))
                .contains("tuned for each arm")
                .doesNotContain("may stem from it");
    }

    @Test
    void rates_are_judged_on_the_validation_split_and_the_comparison_on_the_test_split() {
        TuningRequest request = TuningRequest.of(
                List.of("fashion-mini", "backend=fake", "loss=one", "probes=[]", "seed=1", "tune.rate=0.25,0.5"));
        List<Experiment> grid =
                games.runner().resolve("fashion-mini", "backend=fake", "loss=one", "probes=[]", "seed=1");

        assertThat(grid.get(0).settings()).containsEntry("metrics.parzen.split", "test");
        assertThat(tuned.sweep(request, grid)).hasSize(6).allSatisfy(cell -> assertThat(cell.settings())
                .containsEntry("metrics.parzen.split", "validation"));
    }

    @Test
    void a_metric_that_names_no_direction_needs_a_goal_and_a_listed_rate_is_a_contradiction() {
        List<String> slow = games.settings("loss=one,wide", "seed=1", "metrics=[slow]");
        List<String> arguments = Stream.of(Stream.of("gaussian-1d"), slow.stream(), Stream.of("tune.rate=0.25,0.5"))
                .flatMap(part -> part)
                .toList();
        List<Experiment> grid = games.cells("loss=one,wide", "seed=1", "metrics=[slow]");
        assertThatThrownBy(() -> tuned.compare(TuningRequest.of(arguments), grid, List.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("set tune.goal=lowest or tune.goal=highest");
        List<String> directed = Stream.concat(arguments.stream(), Stream.of("tune.goal=highest"))
                .toList();
        assertThat(tuned.sweep(TuningRequest.of(directed), grid)).hasSize(12);
        assertThatThrownBy(() -> tuned.compare(request(), games.cells("optimizer.rate=1,2"), List.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("drop one of the two");
    }

    @Test
    void a_metric_that_the_experiment_lacks_is_named_with_the_nearest_one() {
        assertThatThrownBy(() -> tuned.compare(request("tune.metric=wassertein"), games.cells(GRID), List.of()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the experiment does not measure eval/wassertein")
                .hasMessageContaining("eval/wasserstein");
    }

    private TuningRequest rates(String... settings) {
        return TuningRequest.of(
                Stream.of(Stream.of("gaussian-1d"), games.settings(settings).stream(), Stream.of("tune.rate=0.25,0.5"))
                        .flatMap(part -> part)
                        .toList());
    }

    private List<Experiment> sweep(String... settings) {
        String[] grid = Stream.of(settings)
                .filter(setting -> !setting.startsWith("tune."))
                .toArray(String[]::new);
        return tuned.sweep(rates(settings), games.cells(grid));
    }

    @Test
    void the_rate_of_a_wrapped_rule_is_chosen() throws IOException {
        String[] clipped = {"optimizer=clip-weights", "loss=one", "seed=1", "metrics=[wasserstein]"};
        assertThat(sweep(clipped))
                .extracting(cell -> cell.settings().get("optimizer.rule.rate"))
                .containsExactlyInAnyOrder("0.25", "0.25", "0.25", "0.5", "0.5", "0.5");

        Comparison made = tuned.compare(rates(clipped), games.cells(clipped), List.of());
        assertThat(made.outcomes())
                .singleElement()
                .satisfies(run -> assertThat(run.experiment().settings()).containsEntry("optimizer.rule.rate", "0.25"));
        assertThat(new RunFolder(made.folder())
                        .comparison()
                        .orElseThrow()
                        .tuning()
                        .key())
                .isEqualTo("optimizer.rule.rate");
    }

    @Test
    void one_of_the_players_rates_is_chosen() {
        String[] each = {"optimizer=each", "loss=one", "seed=1", "metrics=[wasserstein]"};
        assertThatThrownBy(() -> sweep(each))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("tune.rate: the optimizer each has several learning rates, optimizer.discriminator.rate and"
                        + " optimizer.generator.rate; choose one, as with tune.key=optimizer.discriminator.rate");
        String[] one = Stream.concat(Stream.of(each), Stream.of("tune.key=optimizer.generator.rate"))
                .toArray(String[]::new);
        assertThat(sweep(one)).hasSize(6).allSatisfy(cell -> {
            assertThat(cell.settings().get("optimizer.generator.rate")).isIn("0.25", "0.5");
            assertThat(cell.settings()).containsEntry("optimizer.discriminator.rate", "0.0002");
        });
        String[] misspelt = Stream.concat(Stream.of(each), Stream.of("tune.key=optimizer.genrator.rate"))
                .toArray(String[]::new);
        assertThatThrownBy(() -> sweep(misspelt))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("tune.key=optimizer.genrator.rate: is not a learning rate of every arm, did you mean"
                        + " 'optimizer.generator.rate'?");
    }

    @Test
    void arms_whose_rates_have_different_keys_are_refused() {
        assertThatThrownBy(() -> sweep("optimizer=adam,clip-weights", "seed=1", "metrics=[wasserstein]"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("tune.rate: the arms have their learning rates under different keys: optimizer.rate |"
                        + " optimizer.rule.rate; compare arms that share one");
    }

    /** Halves every parameter. */
    record Halving() implements Optimizer {
        @Override
        public <T> Expr<T> update(Slots<T> slots, Expr<T> parameter, Expr<T> gradient) {
            return parameter.times(0.5);
        }
    }

    /** Contributes a rule without a rate. */
    static final class RatelessModule extends GanModule {
        @Override
        protected void configure() {
            optimizer("rateless", Halving.class);
        }
    }

    @Test
    void an_optimizer_without_a_rate_is_refused() {
        games = new Games(runs, new RatelessModule());
        tuned = new TunedComparison(games.runner());
        assertThatThrownBy(() -> sweep("optimizer=rateless", "seed=1", "metrics=[wasserstein]"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("tune.rate: the optimizer rateless has no setting rate, so there is nothing to choose;"
                        + " expected an optimizer with a learning rate, such as optimizer=adam");
    }

    private static void delete(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
