package org.gan4j.experiments.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.digest.Digest;
import org.gan4j.disk.DiskOperations;
import org.gan4j.experiments.store.journal.FolderLock;

/**
 * The position in a journal up to which one destination has taken records, in a file of the run's folder. Only one sender at a time may have it, among
 * all processes, so that two of them do not deliver the same.
 */
final class DeliveryCursor implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param sequence of the last record taken; 0 if none was, or if that is not known
     * @param process   the id of the process that has the right to send, or had it last; 0 if none had
     * @param postponed sequences of the files, up to that record, that the destination has not taken yet
     */
    record Content(String destination, long sequence, long process, List<Long> postponed) {
        Content {
            // Absent in the files of earlier versions.
            postponed = postponed == null ? List.of() : List.copyOf(postponed);
        }

        static Content empty(String destination) {
            return new Content(destination, 0, 0, List.of());
        }
    }

    private final Path place;
    private final FolderLock lock;
    private final String destination;

    private DeliveryCursor(Path place, FolderLock lock, String destination) {
        this.place = place;
        this.lock = lock;
        this.destination = destination;
    }

    /** The right to send this run to this destination; empty while another sender has it. */
    static Optional<DeliveryCursor> take(Path runFolder, String destination) throws LocalTrouble {
        Path file = file(runFolder, destination);
        Optional<DeliveryCursor> cursor = open(file, destination);
        if (cursor.isPresent()) {
            try {
                cursor.get().claim();
            } catch (LocalTrouble e) {
                cursor.get().close();
                throw e;
            }
        }
        return cursor;
    }

    private static Optional<DeliveryCursor> open(Path file, String destination) throws LocalTrouble {
        try {
            return FolderLock.take(file).map(lock -> new DeliveryCursor(file, lock, destination));
        } catch (IOException e) {
            throw LocalTrouble.opening(file, e);
        }
    }

    /** Notes that this process sends from now on. */
    private void claim() throws LocalTrouble {
        Content content = content();
        if (content.process() != ProcessHandle.current().pid()) {
            write(content.sequence(), content.postponed());
        }
    }

    /** Returns what is noted. Not for a process that has the right itself: reading would give it back. */
    static Content noted(Path runFolder, String destination) throws IOException {
        Path file = file(runFolder, destination);
        return Files.exists(file) ? parse(Files.readAllBytes(file), destination) : Content.empty(destination);
    }

    private static Path file(Path runFolder, String destination) {
        return runFolder.resolve("sent-" + Digest.sha256(destination).substring(0, 12) + ".json");
    }

    /** Sequence of the last record taken; 0 if none was, or if that is not known. */
    long sequence() throws LocalTrouble {
        return content().sequence();
    }

    private Content content() throws LocalTrouble {
        try {
            RandomAccessFile file = lock.file();
            byte[] bytes = new byte[(int) file.length()];
            file.seek(0);
            file.readFully(bytes);
            return parse(bytes, destination);
        } catch (IOException e) {
            throw LocalTrouble.reading(place, e);
        }
    }

    private static Content parse(byte[] bytes, String destination) throws IOException {
        try {
            Content content = bytes.length == 0 ? null : JSON.readValue(bytes, Content.class);
            return content == null ? Content.empty(destination) : content;
        } catch (JsonProcessingException e) {
            // Torn by a crash. Sending all again has no second effect.
            return Content.empty(destination);
        }
    }

    /** Sequences of the files that are postponed. */
    List<Long> postponed() throws LocalTrouble {
        return content().postponed();
    }

    void write(long sequence, List<Long> postponed) throws LocalTrouble {
        try {
            DiskOperations.before(DiskOperations.Kind.WRITE, place);
            put(sequence, postponed);
        } catch (IOException e) {
            throw LocalTrouble.writing(place, e);
        }
    }

    private void put(long sequence, List<Long> postponed) throws IOException {
        String text = JSON.writeValueAsString(new Content(
                        destination, sequence, ProcessHandle.current().pid(), postponed))
                + "\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        RandomAccessFile file = lock.file();
        file.seek(0);
        file.write(bytes);
        file.setLength(bytes.length);
    }

    @Override
    public void close() throws LocalTrouble {
        try {
            lock.close();
        } catch (IOException e) {
            throw LocalTrouble.writing(place, e);
        }
    }
}
