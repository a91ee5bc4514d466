package org.gan4j.experiments.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.gan4j.api.track.Observation;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.AbandonedRuns;
import org.gan4j.experiments.store.journal.Journal;
import org.gan4j.experiments.store.journal.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SyncTest {
    private static final RetryPolicy FAST =
            new RetryPolicy(Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(20));
    private static final Sync SYNC = new Sync(FAST, false);

    @TempDir
    Path runs;

    private Path record(String uid) throws IOException {
        // Begun, two values, a file, ended: five records.
        return Listener.record(runs.resolve(uid), 2);
    }

    private static DeliveryReport send(Listener listener, Path folder) {
        try {
            return SYNC.send(List.of(folder), List.of(listener)).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_a_destination_lacks_is_sent_and_nothing_twice() throws IOException {
        Listener listener = new Listener();
        Path first = record("a");
        assertThat(send(listener, first)).isEqualTo(new DeliveryReport(first, "listener", 5, 0, ""));

        List<DeliveryReport> both = SYNC.send(List.of(first, record("b")), List.of(listener));

        assertThat(both).extracting(DeliveryReport::sent).containsExactly(0L, 5L);
        assertThat(both).allMatch(DeliveryReport::isComplete);
        assertThat(listener.heard).hasSize(10).doesNotHaveDuplicates();
        assertThat(listener.closed).isTrue();
    }

    /** More than the failures in a row after which a destination is given up: these are no failures of the destination. */
    @Test
    void runs_that_cannot_be_read_keep_no_other_waiting() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String uid : List.of("a", "b", "c", "d")) {
            folders.add(record(uid));
            Files.delete(runs.resolve(uid).resolve("journal.log"));
            Files.createDirectory(runs.resolve(uid).resolve("journal.log"));
        }
        folders.add(record("sound"));
        Listener listener = new Listener();

        List<DeliveryReport> reports = SYNC.send(folders, List.of(listener));

        assertThat(reports).hasSize(5);
        assertThat(reports.get(4)).isEqualTo(new DeliveryReport(folders.get(4), "listener", 5, 0, ""));
        for (int i = 0; i < 4; i++) {
            assertThat(reports.get(i).run()).isEqualTo(folders.get(i));
            assertThat(reports.get(i).trouble())
                    .isEqualTo(folders.get(i).resolve("journal.log") + ": cannot be read: a folder is in its place");
        }
    }

    @Test
    void a_note_of_what_was_sent_that_cannot_be_read_is_named() throws IOException {
        Path folder = record("a");
        send(new Listener(), folder);
        Path note = noteIn(folder);
        Files.delete(note);
        Files.createDirectory(note);

        assertThat(send(new Listener(), folder).trouble())
                .isEqualTo(note + ": cannot be read: a folder is in its place");
    }

    @Test
    void a_run_that_has_ended_and_lost_its_journal_is_named() throws IOException {
        for (boolean gone : new boolean[] {true, false}) {
            Path folder = record(gone ? "gone" : "empty");
            Files.writeString(new RunFolder(folder).outcomeJson(), "{}");
            Path journal = folder.resolve("journal.log");
            Files.delete(journal);
            if (!gone) {
                Files.createFile(journal);
            }

            DeliveryReport report = send(new Listener(), folder);

            assertThat(report.isComplete()).isFalse();
            assertThat(report.trouble())
                    .isEqualTo(journal + ": holds no record, although the run has ended; nothing of it can be sent");
            assertThat(SYNC.plan(List.of(folder), List.of(new Listener()))).containsExactly(report);
        }
    }

    @Test
    void a_run_that_has_not_ended_and_has_no_journal_yet_is_no_loss() throws IOException {
        Path folder = Files.createDirectory(runs.resolve("new"));

        assertThat(send(new Listener(), folder).isComplete()).isTrue();
    }

    private static Path noteIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("sent-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void a_fresh_destination_gets_all_of_it() throws IOException {
        Path folder = record("a");
        send(new Listener(), folder);
        Listener fresh = new Listener();
        fresh.holds = false;

        assertThat(send(fresh, folder).sent()).isEqualTo(5);
    }

    @Test
    void a_fresh_destination_that_fails_half_way_still_gets_all_of_it() throws IOException {
        Path folder = record("a");
        send(new Listener(), folder);
        Listener fresh = new Listener() {
            @Override
            public void measured(RunRecord run, Observation observation) throws IOException {
                // The run is there by now, but nothing else of it.
                failures = holds ? 0 : 1;
                holds = true;
                super.measured(run, observation);
            }
        };
        fresh.holds = false;

        assertThat(send(fresh, folder).sent()).isEqualTo(5);
        assertThat(fresh.heard).hasSize(7).contains("a 1 {loss/d=1.0}", "a 2 {loss/d=2.0}", "a finished");
    }

    @Test
    void a_journal_that_lost_its_end_and_goes_on_is_sent_whole_though_its_numbers_were_taken() throws IOException {
        Path folder = record("a");
        send(new Listener(), folder);
        Path log = folder.resolve("journal.log");
        List<String> lines = Files.readAllLines(log);
        Files.writeString(log, String.join("\n", lines.subList(0, 2)) + "\n");
        try (Journal journal = Journal.open(folder)) {
            journal.measured(3, 3, Map.of("loss/d", 3.0));
        }
        Listener listener = new Listener();

        send(listener, folder);

        assertThat(listener.heard).containsExactly("begun a", "a 1 {loss/d=1.0}", "a 3 {loss/d=3.0}", "a killed");
    }

    @Test
    void what_was_taken_before_is_sent_again_if_asked_for() throws IOException {
        Path folder = record("a");
        send(new Listener(), folder);
        Listener listener = new Listener();

        List<DeliveryReport> shipments = new Sync(FAST, true).send(List.of(folder), List.of(listener));

        assertThat(shipments).extracting(DeliveryReport::sent).containsExactly(5L);
        assertThat(listener.heard).hasSize(5);
    }

    @Test
    void of_a_run_that_goes_on_what_there_is_now() throws IOException {
        Path folder = runs.resolve("a");
        try (Journal journal = Journal.open(folder)) {
            journal.begun(Runs.run("a"));
            journal.measured(1, 1, Map.of("loss/d", 1.0));
            // Each value that arrives is followed by the next one: whoever waited for the last would wait for ever.
            Listener slower = new Listener() {
                @Override
                public void measured(RunRecord run, Observation observation) {
                    journal.measured(observation.step() + 1, observation.millis(), observation.signals());
                }
            };

            assertThat(send(slower, folder)).isEqualTo(new DeliveryReport(folder, "listener", 2, 0, ""));
            assertThat(send(new Listener(), folder).sent()).isEqualTo(1);
        }
    }

    @Test
    void a_run_that_died_without_a_word_was_killed_at_its_last_record() throws IOException {
        Path folder = runs.resolve("a");
        try (Journal journal = Journal.open(folder)) {
            journal.begun(Runs.run("a"));
            journal.measured(1, 1_800_000_000_001L, Map.of("loss/d", 1.0));
        }
        Listener listener = new Listener();

        assertThat(send(listener, folder)).isEqualTo(new DeliveryReport(folder, "listener", 3, 0, ""));
        assertThat(listener.heard).last().isEqualTo("a killed");
        assertThat(Files.readAllLines(folder.resolve("journal.log")))
                .last()
                .asString()
                .contains("1800000000001", "killed");
        assertThat(send(listener, folder).sent()).isZero();
    }

    @Test
    void a_run_that_somebody_writes_goes_on() throws IOException {
        Path folder = runs.resolve("a");
        Listener listener = new Listener();
        try (Journal journal = Journal.open(folder)) {
            journal.begun(Runs.run("a"));

            assertThat(send(listener, folder).sent()).isEqualTo(1);
            assertThat(listener.heard).containsExactly("begun a");
            assertThat(AbandonedRuns.is(folder)).isFalse();
        }
        assertThat(AbandonedRuns.is(folder)).isTrue();
    }

    @Test
    void what_a_destination_refuses_is_kept_beside_the_journal_once() throws IOException {
        Path folder = record("a");
        Listener choosy = new Listener() {
            @Override
            public List<String> refused() {
                return List.of("loss/d at step 1 (too low)");
            }
        };
        send(choosy, folder);
        new Sync(FAST, true).send(List.of(folder), List.of(choosy));

        assertThat(folder.resolve("refused.log")).hasContent("loss/d at step 1 (too low)");
    }

    @Test
    void of_two_at_once_the_second_says_who_is_at_it() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Listener slow = new Listener() {
            @Override
            public void begun(RunRecord run) throws IOException {
                began.countDown();
                try {
                    released.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                super.begun(run);
            }
        };
        Path folder = record("a");
        CompletableFuture<DeliveryReport> first = CompletableFuture.supplyAsync(() -> send(slow, folder));
        began.await();
        Listener idle = new Listener();

        DeliveryReport second = send(idle, folder);

        String holder = "process " + ProcessHandle.current().pid() + " is sending this run there";
        assertThat(second).isEqualTo(new DeliveryReport(folder, "listener", 0, 5, holder));
        assertThat(idle.heard).isEmpty();
        released.countDown();
        assertThat(first.get()).isEqualTo(new DeliveryReport(folder, "listener", 5, 0, ""));
        assertThat(slow.heard).hasSize(5);
    }

    @Test
    void a_destination_that_keeps_failing_is_given_up_and_what_is_left_is_said() throws IOException {
        Listener dead = new Listener();
        dead.failures = Integer.MAX_VALUE;
        Path folder = record("a");

        assertThat(send(dead, folder)).isEqualTo(new DeliveryReport(folder, "listener", 0, 5, "not now"));
        assertThat(send(new Listener(), folder).sent()).isEqualTo(5);
    }

    @Test
    void everything_before_damage_is_sent_and_the_damage_is_said() throws IOException {
        Path folder = record("a");
        Path log = folder.resolve("journal.log");
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        lines.set(2, lines.get(2).replace("2.0", "7.0"));
        Files.writeString(log, String.join("\n", lines) + "\n");

        DeliveryReport shipment = send(new Listener(), folder);

        assertThat(shipment.sent()).isEqualTo(2);
        assertThat(shipment.trouble()).contains("line 3").endsWith("does not match its checksum");
        assertThat(shipment.isComplete()).isFalse();
    }

    @Test
    void a_plan_counts_what_would_be_sent_and_changes_nothing() throws IOException {
        Path folder = record("a");
        List<String> before = files(folder);
        Listener listener = new Listener();

        assertThat(SYNC.plan(List.of(folder), List.of(listener)))
                .containsExactly(new DeliveryReport(folder, "listener", 0, 5, ""));
        assertThat(files(folder)).isEqualTo(before);
        assertThat(listener.heard).isEmpty();

        send(listener, folder);
        assertThat(SYNC.plan(List.of(folder), List.of(listener)))
                .containsExactly(new DeliveryReport(folder, "listener", 0, 0, ""));
        assertThat(new Sync(FAST, true)
                        .plan(List.of(folder), List.of(listener))
                        .get(0)
                        .left())
                .isEqualTo(5);
        listener.holds = false;
        assertThat(SYNC.plan(List.of(folder), List.of(listener)).get(0).left()).isEqualTo(5);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
