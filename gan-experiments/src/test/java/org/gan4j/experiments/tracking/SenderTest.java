package org.gan4j.experiments.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.gan4j.api.track.Observation;
import org.gan4j.api.track.RunRecord;
import org.gan4j.api.track.Tracker;
import org.gan4j.api.track.TryLater;
import org.gan4j.experiments.store.journal.Journal;
import org.gan4j.experiments.store.journal.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SenderTest {
    private static final RetryPolicy FAST =
            new RetryPolicy(Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(20));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path runs;

    private Path record(String uid, int steps) throws IOException {
        return Listener.record(runs.resolve(uid), steps);
    }

    private static void deliver(Tracker tracker, Path... folders) {
        Sender sender = Sender.start(List.of(tracker), FAST);
        for (Path folder : folders) {
            sender.follow(folder);
        }
        sender.close(PATIENCE);
    }

    @Test
    void a_tracker_hears_a_journal_in_its_order() throws IOException {
        Listener listener = new Listener();

        deliver(listener, record("a", 2));

        assertThat(listener.heard)
                .containsExactly(
                        "begun a", "a 1 {loss/d=1.0}", "a 2 {loss/d=2.0}", "a report.html <html>", "a finished");
        assertThat(listener.closed).isTrue();
    }

    @Test
    void a_journal_is_delivered_while_it_is_written() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        Listener listener = new Listener() {
            @Override
            public void measured(RunRecord run, Observation observation) {
                arrived.countDown();
            }
        };
        Path folder = runs.resolve("a");
        Sender sender = Sender.start(List.of(listener), FAST);
        sender.follow(folder);
        try (Journal journal = Journal.open(folder)) {
            journal.begun(Runs.run("a"));
            journal.measured(1, 1, Map.of("loss/d", 1.0));
            arrived.await();
        }
        sender.close(PATIENCE);
    }

    @Test
    void one_sender_serves_many_runs() throws IOException {
        Listener listener = new Listener();

        deliver(listener, record("a", 1), record("b", 1));

        assertThat(listener.heard)
                .filteredOn(call -> call.contains("begun"))
                .containsExactlyInAnyOrder("begun a", "begun b");
        assertThat(listener.heard).hasSize(8);
    }

    @Test
    void what_failed_is_delivered_again_from_the_last_that_was_taken() throws IOException {
        Listener listener = new Listener();
        listener.failures = 2;

        deliver(listener, record("a", 1));

        assertThat(listener.heard)
                .containsExactly(
                        "begun a", "begun a", "begun a", "a 1 {loss/d=1.0}", "a report.html <html>", "a finished");
    }

    @Test
    void a_later_sender_goes_on_where_the_first_one_ended() throws IOException {
        Path folder = record("a", 1);
        deliver(new Listener(), folder);
        try (Journal journal = Journal.open(folder)) {
            journal.measured(2, 7000, Map.of("loss/d", 2.0));
        }
        Listener later = new Listener();

        deliver(later, folder);

        assertThat(later.heard).containsExactly("a 2 {loss/d=2.0}");
    }

    @Test
    void a_destination_that_lost_the_run_gets_all_of_it_again() throws IOException {
        Path folder = record("a", 1);
        deliver(new Listener(), folder);
        try (Journal journal = Journal.open(folder)) {
            journal.measured(2, 7000, Map.of("loss/d", 2.0));
        }
        Listener forgetful = new Listener();
        forgetful.holds = false;

        deliver(forgetful, folder);

        assertThat(forgetful.heard)
                .containsExactly(
                        "begun a", "a 1 {loss/d=1.0}", "a report.html <html>", "a finished", "a 2 {loss/d=2.0}");
    }

    @Test
    void closing_gives_up_soon_on_a_tracker_that_keeps_failing() throws IOException {
        Listener dead = new Listener();
        dead.failures = Integer.MAX_VALUE;
        Path folder = record("a", 1);
        // Were it to wait for the hour, the test's time would be over.
        Sender sender = Sender.start(List.of(dead), FAST);
        sender.follow(folder);
        sender.close(Duration.ofHours(1));

        Listener later = new Listener();
        deliver(later, folder);
        assertThat(later.heard).hasSize(4);
    }

    @Test
    void closing_does_not_wait_for_a_tracker_that_hangs() throws IOException {
        CountDownLatch released = new CountDownLatch(1);
        Listener hanging = new Listener() {
            @Override
            public void begun(RunRecord run) throws IOException {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public void close() {
                released.countDown();
            }
        };
        Sender sender = Sender.start(List.of(hanging), FAST);
        sender.follow(record("a", 1));

        sender.close(Duration.ofMillis(200));

        // Closing the tracker has released it.
        assertThat(released.getCount()).isZero();
    }

    @Test
    void what_hangs_or_fails_in_one_tracker_keeps_no_other_waiting() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Listener hanging = new Listener() {
            @Override
            public Optional<String> destination() {
                return Optional.of("hanging");
            }

            @Override
            public void begun(RunRecord run) throws IOException {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        };
        Listener sound = new Listener();
        Sender sender = Sender.start(List.of(hanging, sound), FAST);
        sender.follow(record("a", 1));

        sender.close(Duration.ofMillis(500));

        assertThat(sound.heard).hasSize(4);
        never.countDown();
    }

    @Test
    void everything_before_damage_is_delivered() throws IOException {
        Path folder = record("a", 3);
        Path log = folder.resolve("journal.log");
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        lines.set(2, lines.get(2).replace("2.0", "7.0"));
        Files.writeString(log, String.join("\n", lines) + "\n");
        Listener listener = new Listener();

        deliver(listener, folder);

        assertThat(listener.heard).containsExactly("begun a", "a 1 {loss/d=1.0}");
    }

    @Test
    void a_file_that_is_gone_stops_nothing() throws IOException {
        Path folder = record("a", 1);
        Files.delete(folder.resolve("report.html"));
        Listener listener = new Listener();

        deliver(listener, folder);

        assertThat(listener.heard).containsExactly("begun a", "a 1 {loss/d=1.0}", "a finished");
    }

    @Test
    void a_destination_that_wants_to_be_left_alone_is_left_alone() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Listener busy = new Listener() {
            @Override
            public void begun(RunRecord run) throws IOException {
                heard.add("begun");
                asked.countDown();
                throw new TryLater("busy", Duration.ofMinutes(5));
            }
        };
        Sender sender = Sender.start(List.of(busy), FAST);
        sender.follow(record("a", 1));
        asked.await();
        // Its own pauses are 20 ms at most, so otherwise it would have come again.
        Thread.sleep(200);

        assertThat(busy.heard).hasSize(1);
        sender.close(Duration.ZERO);
    }

    @Test
    void without_trackers_there_is_nothing_to_do() throws IOException {
        Path folder = record("a", 1);

        assertThatCode(() -> {
                    Sender sender = Sender.start(folder, List.of());
                    sender.close(PATIENCE);
                })
                .doesNotThrowAnyException();
    }
}
