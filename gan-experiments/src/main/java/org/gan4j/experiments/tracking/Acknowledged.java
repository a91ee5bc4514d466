package org.gan4j.experiments.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.api.plugin.Digest;
import org.gan4j.experiments.journal.FolderLock;

/**
 * How much of a journal one destination has taken, in a file of the run's folder. Only one sender at a time may have it, among
 * all processes, so that two of them do not deliver the same.
 */
final class Acknowledged implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Content(String destination, long sequence) {}

    private final FolderLock lock;
    private final String destination;

    private Acknowledged(FolderLock lock, String destination) {
        this.lock = lock;
        this.destination = destination;
    }

    /** The right to send this run to this destination; empty while another sender has it. */
    static Optional<Acknowledged> take(Path runFolder, String destination) throws IOException {
        String name = "sent-" + Digest.sha256(destination).substring(0, 12) + ".json";
        return FolderLock.take(runFolder.resolve(name)).map(lock -> new Acknowledged(lock, destination));
    }

    /** Sequence of the last record taken; 0 if none was, or if that is not known. */
    long sequence() throws IOException {
        RandomAccessFile file = lock.file();
        byte[] bytes = new byte[(int) file.length()];
        file.seek(0);
        file.readFully(bytes);
        try {
            return bytes.length == 0 ? 0 : JSON.readValue(bytes, Content.class).sequence();
        } catch (JsonProcessingException e) {
            // Torn by a crash. Sending all again has no second effect.
            return 0;
        }
    }

    void sequence(long sequence) throws IOException {
        String text = JSON.writeValueAsString(new Content(destination, sequence)) + "\n";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        RandomAccessFile file = lock.file();
        file.seek(0);
        file.write(bytes);
        file.setLength(bytes.length);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
