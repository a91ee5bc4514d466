package org.gan4j.experiments.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.track.RunRecord;
import org.gan4j.api.track.TryLater;
import org.gan4j.experiments.store.journal.Journal;
import org.gan4j.experiments.store.journal.JournalEvent;
import org.gan4j.experiments.store.journal.Runs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with the files a, b and c, whose records have the sequences 2, 3 and 4 in the journal. */
class PostponedFilesTest {
    private static final RunRecord RUN = Runs.run("r");
    private static final String DESTINATION = "listener";

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final Choosy tracker = new Choosy();
    private DeliveryCursor cursor;
    private PostponedFiles files;

    /** Does not take the files that a test names, and asks for a pause where it names that. */
    private static final class Choosy extends Listener {
        private final Set<String> large = new HashSet<>();
        private String pauseAt = "";

        @Override
        public void artifact(RunRecord run, String name, Path file, long step, long millis) throws IOException {
            if (large.contains(name)) {
                throw new IOException(name + " is too large");
            } else if (pauseAt.equals(name)) {
                throw new TryLater("busy", Duration.ofMinutes(5));
            }
            heard.add(name);
        }
    }

    @BeforeEach
    void recordThreeFiles() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.begun(RUN);
            for (String name : List.of("a", "b", "c")) {
                Files.writeString(folder.resolve(name), name);
                journal.artifact(name, 1, 1_000);
            }
            journal.ended(Status.FINISHED, 2_000);
        }
        cursor = DeliveryCursor.take(folder, DESTINATION).orElseThrow();
        files = new PostponedFiles(folder, nanos::get);
    }

    @AfterEach
    void giveTheCursorBack() throws IOException {
        cursor.close();
    }

    private void offer(long sequence, String name) throws Exception {
        files.sendOrPostpone(sequence, new JournalEvent.Artifact(name, 1, 1_000), RUN, tracker);
    }

    /** All three lie there untaken, as a sender before this one has left them. */
    private void postponeAll() throws IOException {
        cursor.write(5, List.of(2L, 3L, 4L));
        files.load(cursor);
    }

    private void tryAgain() throws Exception {
        files.send(RUN, tracker, cursor, 5, DESTINATION);
    }

    @Test
    void a_file_that_is_taken_is_not_postponed() throws Exception {
        offer(2, "a");

        assertThat(tracker.heard).containsExactly("a");
        assertThat(files.sequences()).isEmpty();
        assertThat(files.isDue(true)).isFalse();
        assertThat(files.trouble()).isEmpty();
    }

    @Test
    void a_file_that_is_not_taken_waits_while_the_destination_answers() throws Exception {
        tracker.large.add("a");

        offer(2, "a");
        offer(3, "b");

        assertThat(tracker.heard).containsExactly("b");
        assertThat(files.sequences()).containsExactly(2L);
        assertThat(files.trouble()).isEqualTo("the file a is not taken: a is too large");
        // It was tried just now, and is tried again after a minute, or when nobody asks later.
        assertThat(files.isDue(false)).isFalse();
        assertThat(files.isDue(true)).isTrue();
    }

    @Test
    void a_run_that_goes_on_tries_again_a_minute_after_the_last_time() throws Exception {
        tracker.large.add("a");
        nanos.set(Duration.ofSeconds(100).toNanos());
        offer(2, "a");

        // Not before 160 seconds, which is a minute later.
        nanos.set(Duration.ofSeconds(160).toNanos());
        assertThat(files.isDue(false)).isFalse();
        nanos.set(Duration.ofMillis(160_001).toNanos());
        assertThat(files.isDue(false)).isTrue();

        assertThatThrownBy(this::tryAgain).hasMessageContaining("a is too large");
        nanos.set(Duration.ofSeconds(220).toNanos());
        assertThat(files.isDue(false)).isFalse();
        nanos.set(Duration.ofSeconds(221).toNanos());
        assertThat(files.isDue(false)).isTrue();
    }

    @Test
    void a_destination_that_does_not_answer_postpones_nothing() {
        tracker.large.add("a");
        tracker.holds = false;

        assertThatThrownBy(() -> offer(2, "a")).hasMessage("a is too large");
        assertThat(files.sequences()).isEmpty();
    }

    @Test
    void a_destination_that_wants_a_pause_postpones_nothing() {
        tracker.pauseAt = "a";

        assertThatThrownBy(() -> offer(2, "a")).isInstanceOf(TryLater.class);
        assertThat(files.sequences()).isEmpty();
    }

    @Test
    void a_file_that_is_gone_is_not_waited_for() throws Exception {
        Files.delete(folder.resolve("a"));
        tracker.large.add("a");

        offer(2, "a");

        assertThat(files.sequences()).isEmpty();
    }

    @Test
    void what_is_taken_at_last_is_noted_at_once() throws Exception {
        postponeAll();
        assertThat(files.sequences()).containsExactly(2L, 3L, 4L);
        tracker.large.add("b");

        assertThatThrownBy(this::tryAgain)
                .isInstanceOf(IOException.class)
                .hasMessage("the file b is not taken: b is too large");

        assertThat(tracker.heard).containsExactly("a", "c");
        assertThat(files.sequences()).containsExactly(3L);
        assertThat(cursor.postponed()).containsExactly(3L);
        assertThat(cursor.sequence()).isEqualTo(5);

        tracker.large.clear();
        tryAgain();
        assertThat(tracker.heard).containsExactly("a", "c", "b");
        assertThat(cursor.postponed()).isEmpty();
        assertThat(files.isDue(true)).isFalse();
    }

    @Test
    void the_first_of_several_is_named() throws Exception {
        postponeAll();
        tracker.large.addAll(List.of("a", "b", "c"));

        assertThatThrownBy(this::tryAgain)
                .hasMessage("the file a is not taken: a is too large, and 2 more files are not");
        assertThat(files.sequences()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void a_pause_keeps_what_comes_after_it() throws Exception {
        postponeAll();
        tracker.pauseAt = "b";

        assertThatThrownBy(this::tryAgain).isInstanceOf(TryLater.class);

        assertThat(tracker.heard).containsExactly("a");
        assertThat(cursor.postponed()).containsExactly(3L, 4L);
    }

    @Test
    void what_another_sender_postponed_replaces_what_is_known_and_starting_over_forgets_it() throws Exception {
        tracker.large.add("a");
        offer(2, "a");

        cursor.write(5, List.of(4L));
        files.load(cursor);
        assertThat(files.sequences()).containsExactly(4L);

        files.clear();
        assertThat(files.sequences()).isEmpty();
        assertThat(files.trouble()).isEmpty();
    }
}
