package org.gan4j.experiments.program.command.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.track.RunRecord;
import org.gan4j.api.track.Tracker;
import org.gan4j.experiments.program.command.Kept;
import org.gan4j.experiments.store.Damages;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.Journal;
import org.gan4j.experiments.store.journal.Runs;
import org.gan4j.experiments.tracking.Deaf;
import org.gan4j.registry.Extensions;
import org.gan4j.registry.Plugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyncCommandTest {
    @TempDir
    Path runs;

    /** Takes everything. */
    public static class Willing extends Deaf {
        @Override
        public Optional<String> destination() {
            return Optional.of("there");
        }
    }

    public static final class Unwilling extends Willing {
        @Override
        public void begun(RunRecord run) throws IOException {
            throw new IOException("no room");
        }
    }

    private static Kept context(Optional<Class<? extends Tracker>> tracker, boolean dryRun, String... arguments) {
        GanModule module = new GanModule() {
            @Override
            protected void configure() {
                tracker.ifPresent(type -> tracker("test", type));
            }
        };
        Extensions extensions = Extensions.of(List.of(new Plugin(module)), List.of(), List.of());
        return Kept.of(extensions, dryRun, arguments);
    }

    private static Kept willing(String... arguments) {
        return context(Optional.of(Willing.class), false, arguments);
    }

    @BeforeEach
    void recordAComparisonAndARunOfItsOwn() {
        for (RunRecord run : List.of(Runs.comparison("p"), Runs.child("a", "p"), Runs.child("b", "p"), Runs.run("c"))) {
            Path path = runs.resolve("ring").resolve(run.name());
            new RunFolder(path).write(run);
            try (Journal journal = Journal.open(path)) {
                journal.begun(run);
                journal.ended(Status.FINISHED, 2000);
            }
        }
    }

    private SyncCommand sync() {
        return new SyncCommand(false, runs);
    }

    @Test
    void without_a_name_all_runs_are_sent() throws IOException {
        Kept context = willing();

        assertThat(sync().run(context)).isZero();

        // Four folders with two records each.
        assertThat(context.documents().get(0).get("sent")).isEqualTo(8L);
        assertThat(context.documents().get(0).get("left")).isEqualTo(0L);
        assertThat(context.lines()).hasSize(4).contains("sent 2  " + runs.resolve("ring/minimax-c") + " to there");
    }

    @Test
    void a_comparison_brings_its_runs_along() throws IOException {
        Kept context = willing("compare-p");

        sync().run(context);

        assertThat(context.lines())
                .extracting(line -> line.replaceAll(".*/| to there", ""))
                .containsExactly("compare-p", "minimax-a", "minimax-b");
    }

    @Test
    void a_dry_run_says_how_many_records_would_be_sent() throws IOException {
        Kept context = context(Optional.of(Willing.class), true, "minimax-c");

        assertThat(sync().run(context)).isZero();

        assertThat(context.lines()).containsExactly("would send 2  " + runs.resolve("ring/minimax-c") + " to there");
        assertThat(context.documents().get(0).get("sent")).isEqualTo(0L);
        Kept after = willing("minimax-c");
        sync().run(after);
        assertThat(after.documents().get(0).get("sent")).isEqualTo(2L);
    }

    @Test
    void what_could_not_be_sent_is_said_and_the_work_has_failed() {
        Kept context = context(Optional.of(Unwilling.class), false, "minimax-c");

        assertThatThrownBy(() -> sync().run(context))
                .isInstanceOf(WorkFailed.class)
                .hasMessage("1 of 1 runs were not sent completely: no room");
        assertThat(context.lines())
                .containsExactly("sent 0, left 2  " + runs.resolve("ring/minimax-c") + " to there  (no room)");
        assertThat(context.documents().get(0).get("left")).isEqualTo(2L);
    }

    @Test
    void without_an_address_there_is_nowhere_to_send_to() {
        Kept context = context(Optional.empty(), false);

        assertThatThrownBy(() -> sync().run(context))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("MLFLOW_TRACKING_URI")
                .hasMessageContaining("expected the address of a tracking server, such as http://127.0.0.1:5000");
    }

    @Test
    void no_damage_of_a_run_is_an_internal_error_or_keeps_the_others_from_being_sent() throws IOException {
        new SyncCommand(false, runs).run(willing());
        RunFolder damaged = new RunFolder(runs.resolve("ring/minimax-c"));
        for (Path file : files(damaged)) {
            Damages.inEveryWay(file, runs, what -> {
                assertThatTheOthersAreSent(what, true, "would send 2  ");
                assertThatTheOthersAreSent(what, false, "sent 2  ");
            });
        }
    }

    /** The other tool's folder never was a run; the damaged one has its record in the journal too. */
    @Test
    void each_damaged_record_is_named_and_only_what_has_a_journal_is_sent() throws IOException {
        Path damaged = runs.resolve("ring/minimax-c/run.json");
        Files.writeString(damaged, "");
        Path foreign = Files.createDirectory(runs.resolve("notes")).resolve("run.json");
        Files.writeString(foreign, "[1, 2]");
        Kept context = willing();

        sync().run(context);

        assertThat(context.notes())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith(damaged + ":1").endsWith("; its journal is sent"),
                        line -> assertThat(line)
                                .startsWith(foreign + ":1")
                                .endsWith("; it has no journal and is left out"));
        assertThat(context.lines()).hasSize(4).noneMatch(line -> line.contains("notes"));
    }

    private static List<Path> files(RunFolder run) throws IOException {
        try (Stream<Path> files = Files.list(run.path())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private void assertThatTheOthersAreSent(String what, boolean dryRun, String said) {
        Kept context = context(Optional.of(Willing.class), dryRun);
        try {
            new SyncCommand(true, runs).run(context);
        } catch (WorkFailed | InvalidInput clear) {
            assertThat(clear).as(what).hasMessageContaining("minimax-c");
        } catch (IOException e) {
            throw new AssertionError(what, e);
        }
        assertThat(context.lines())
                .as(what)
                .contains(
                        said + runs.resolve("ring/compare-p") + " to there",
                        said + runs.resolve("ring/minimax-a") + " to there",
                        said + runs.resolve("ring/minimax-b") + " to there");
    }
}
