package org.gan4j.experiments.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    private static List<JournalEntry> read(Path folder) throws IOException {
        return drain(JournalReader.open(folder));
    }

    private static List<JournalEntry> drain(JournalReader reader) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        for (Optional<JournalEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
            entries.add(entry.get());
        }
        return entries;
    }

    private static List<JournalEvent> events(Path folder) throws IOException {
        return read(folder).stream().map(JournalEntry::event).toList();
    }

    private Path log() {
        return folder.resolve("journal.log");
    }

    private void writeThreeRecords() {
        try (Journal journal = Journal.open(folder)) {
            journal.begun(Runs.run("a"));
            journal.measured(10, 1000, Map.of("loss/d", 1.25, "loss/g", 0.5));
            journal.ended(Status.FINISHED, 2000);
        }
    }

    @Test
    void what_was_recorded_is_read_back_in_order() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.begun(Runs.run("a"));
            journal.measured(10, 1000, Map.of("loss/g", 0.1, "loss/d", 1.25));
            journal.artifact("report.html", 10, 1500);
            journal.ended(Status.DIVERGED, 2000);
        }

        assertThat(events(folder))
                .containsExactly(
                        new JournalEvent.Begun(1, Runs.run("a")),
                        new JournalEvent.Measured(
                                10, 1000, new TreeMap<>(Map.of("loss/d", 1.25, "loss/g", 0.1)), List.of()),
                        new JournalEvent.Artifact("report.html", 10, 1500),
                        new JournalEvent.Ended(Status.DIVERGED, 2000));
        assertThat(read(folder)).extracting(JournalEntry::sequence).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void a_line_is_a_sequence_a_checksum_and_json() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.measured(10, 1000, Map.of("loss/d", 1.25));
        }

        // CRC32C over the sequence, a space and the JSON, bitwise division by the polynomial 0x1EDC6F41 gives 1adf5a29.
        assertThat(Files.readString(log()))
                .isEqualTo("1 1adf5a29"
                        + " {\"kind\":\"measured\",\"step\":10,\"millis\":1000,\"values\":{\"loss/d\":1.25}}\n");
    }

    @Test
    void values_that_are_not_finite_are_recorded_as_they_are() throws IOException {
        Map<String, Double> values =
                Map.of("nan", Double.NaN, "plus", Double.POSITIVE_INFINITY, "minus", Double.NEGATIVE_INFINITY);
        try (Journal journal = Journal.open(folder)) {
            journal.measured(1, 1000, values);
        }

        assertThat(((JournalEvent.Measured) events(folder).get(0)).values()).isEqualTo(values);
    }

    @Test
    void values_are_repeated_as_a_table() throws IOException {
        writeThreeRecords();

        assertThat(folder.resolve("metrics.csv"))
                .hasContent("step,millis,name,value\n10,1000,loss/d,1.25\n10,1000,loss/g,0.5\n");
    }

    @Test
    void a_name_with_a_comma_stands_in_quotes_in_the_table_and_is_read_without_them() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.measured(10, 1000, Map.of("grad/g.hinge(a=1,b=\"2\")", 0.5));
        }

        assertThat(folder.resolve("metrics.csv"))
                .hasContent("step,millis,name,value\n10,1000,\"grad/g.hinge(a=1,b=\"\"2\"\")\",0.5\n");
        assertThat(new RunFolder(folder).metrics()).containsOnlyKeys("grad/g.hinge(a=1,b=\"2\")");
    }

    @Test
    void a_last_record_that_is_torn_at_any_byte_is_cut_off_and_written_anew() throws IOException {
        writeThreeRecords();
        byte[] whole = Files.readAllBytes(log());
        int lastRecord = (int) read(folder).get(1).end();
        for (int length = lastRecord; length < whole.length; length++) {
            Files.write(log(), Arrays.copyOf(whole, length));

            Journal.open(folder).close();
            assertThat(Files.size(log())).as("torn after byte %d", length).isEqualTo(lastRecord);

            try (Journal journal = Journal.open(folder)) {
                journal.ended(Status.FINISHED, 2000);
            }

            // The same three records, so the same bytes: the sequence goes on.
            assertThat(Files.readAllBytes(log()))
                    .as("torn after byte %d", length)
                    .isEqualTo(whole);
        }
    }

    @Test
    void a_reader_passes_over_no_torn_record_and_reads_it_when_it_is_whole() throws IOException {
        writeThreeRecords();
        byte[] whole = Files.readAllBytes(log());
        Files.write(log(), Arrays.copyOf(whole, whole.length - 1));
        JournalReader reader = JournalReader.open(folder);

        assertThat(drain(reader)).hasSize(2);
        assertThat(reader.damage()).isEmpty();

        Files.write(log(), whole);
        assertThat(drain(reader)).hasSize(1);
    }

    @Test
    void a_byte_flipped_anywhere_stops_the_reader_there_and_is_reported() throws IOException {
        writeThreeRecords();
        byte[] whole = Files.readAllBytes(log());
        List<JournalEntry> entries = read(folder);
        int from = (int) entries.get(0).end();
        int to = (int) entries.get(1).end() - 1;
        for (int at = from; at < to; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(log(), damaged);
            JournalReader reader = JournalReader.open(folder);

            assertThat(drain(reader)).as("flipped byte %d", at).hasSize(1);
            assertThat(reader.damage()).hasValueSatisfying(damage -> {
                assertThat(damage.line()).isEqualTo(2);
                assertThat(damage.offset()).isEqualTo(from);
            });
        }
    }

    @Test
    void a_journal_of_another_format_says_so() throws IOException {
        Files.write(log(), JournalLine.encode(1, new JournalEvent.Begun(7, Runs.run("a"))));
        JournalReader reader = JournalReader.open(folder);

        assertThat(drain(reader)).isEmpty();
        assertThat(reader.damage().orElseThrow().toString())
                .endsWith("line 1 (byte 0) has format 7, but this program reads format 1");
    }

    @Test
    void going_on_behind_damage_keeps_the_rest_aside_and_takes_no_number_twice() throws IOException {
        writeThreeRecords();
        byte[] whole = Files.readAllBytes(log());
        int second = (int) read(folder).get(0).end();
        whole[second + 15] ^= 1;
        Files.write(log(), whole);

        try (Journal journal = Journal.open(folder)) {
            journal.measured(10, 1000, Map.of("loss/d", 1.25));
        }

        assertThat(read(folder)).extracting(JournalEntry::sequence).containsExactly(1L, 4L);
        assertThat(Files.readAllBytes(folder.resolve("journal-damaged-at-" + second + ".log")))
                .isEqualTo(Arrays.copyOfRange(whole, second, whole.length));
    }

    @Test
    void a_run_that_goes_on_records_nothing_twice() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.begun(Runs.run("a"));
            journal.measured(10, 1000, Map.of("loss/d", 1.25));
            journal.measured(20, 2000, Map.of("loss/d", 1.5));
            journal.artifact("artifacts/samples/step-000000020.png", 20, 2100);
        }

        // Goes on from step 10: step 20 comes again, at another time and with one value more; step 15 was never looked
        // at.
        try (Journal journal = Journal.open(folder)) {
            journal.measured(15, 4000, Map.of("loss/d", 1.375));
            journal.measured(20, 5000, Map.of("loss/d", 1.5, "loss/g", 3.0));
            journal.artifact("artifacts/samples/step-000000020.png", 20, 5100);
            journal.measured(30, 6000, Map.of("loss/d", 2.0));
            journal.measured(30, 6001, Map.of("loss/d", 2.0));
        }

        assertThat(events(folder).subList(4, events(folder).size()))
                .containsExactly(
                        new JournalEvent.Measured(15, 4000, new TreeMap<>(Map.of("loss/d", 1.375)), List.of()),
                        new JournalEvent.Measured(20, 5000, new TreeMap<>(Map.of("loss/g", 3.0)), List.of()),
                        new JournalEvent.Measured(30, 6000, new TreeMap<>(Map.of("loss/d", 2.0)), List.of()));
        assertThat(folder.resolve("metrics.csv"))
                .hasContent("step,millis,name,value\n10,1000,loss/d,1.25\n20,2000,loss/d,1.5\n"
                        + "15,4000,loss/d,1.375\n20,5000,loss/g,3.0\n30,6000,loss/d,2.0\n");
    }

    @Test
    void a_table_that_lost_lines_is_made_whole_from_the_journal() throws IOException {
        writeThreeRecords();
        Files.writeString(folder.resolve("metrics.csv"), "step,mil");

        Journal.open(folder).close();

        assertThat(folder.resolve("metrics.csv"))
                .hasContent("step,millis,name,value\n10,1000,loss/d,1.25\n10,1000,loss/g,0.5\n");
    }

    @Test
    void two_cannot_write_one_journal() {
        try (Journal first = Journal.open(folder)) {
            assertThatThrownBy(() -> Journal.open(folder))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessage(folder + ": another process is writing this run; try again once it has ended");
            assertThat(first.lost()).isZero();
        }
        Journal.open(folder).close();
    }

    @Test
    void a_file_where_the_folder_should_be_is_a_mistake_of_the_user() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Journal.open(file))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void records_after_the_end_are_counted_as_lost_and_do_not_throw() {
        Journal journal = Journal.open(folder);
        journal.close();

        journal.measured(1, 1, Map.of("loss/d", 1.0));
        journal.ended(Status.FINISHED, 2);

        assertThat(journal.lost()).isEqualTo(2);
    }

    @Test
    void an_interrupted_thread_goes_on_recording() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            Thread.currentThread().interrupt();
            journal.measured(1, 1, Map.of("loss/d", 1.0));
            assertThat(Thread.interrupted()).isTrue();
            journal.measured(2, 2, Map.of("loss/d", 2.0));
            assertThat(journal.lost()).isZero();
        }
        assertThat(read(folder)).hasSize(2);
    }

    @Test
    void a_long_journal_is_read_across_the_borders_of_what_is_read_at_once() throws IOException {
        // 3,000 records of about 100 bytes are several times the 65,536 bytes that are read at once.
        try (Journal journal = Journal.open(folder)) {
            for (int step = 1; step <= 3000; step++) {
                journal.measured(step, step, Map.of("loss/d", 1.0 / step));
            }
        }
        assertThat(Files.size(log())).isGreaterThan(200_000);

        List<JournalEntry> entries = read(folder);

        assertThat(entries).hasSize(3000);
        assertThat(entries.get(2999).end()).isEqualTo(Files.size(log()));
        assertThat(((JournalEvent.Measured) entries.get(2999).event()).values()).containsEntry("loss/d", 1.0 / 3000);
    }
}
