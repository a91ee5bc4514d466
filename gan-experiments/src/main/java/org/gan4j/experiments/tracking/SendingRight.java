package org.gan4j.experiments.tracking;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to send one run to one destination, which one sender has at a time, among all processes. Used by one thread, except for
 * {@link #isElsewhere}, which any thread may ask.
 */
final class SendingRight {
    private static final Logger LOG = LoggerFactory.getLogger(SendingRight.class);

    /** The number of times that another sender is found at work before this one, being closed, leaves the run to it. */
    private static final int LOOKS = 20;

    private final Path folder;
    private final String destination;
    private final boolean kept;
    private Optional<DeliveryCursor> cursor = Optional.empty();

    /** The number of times in a row that another sender was at work when this one looked. */
    private volatile int elsewhere;

    private SendingRight(Path folder, String destination, boolean kept) {
        this.folder = folder;
        this.destination = destination;
        this.kept = kept;
    }

    /** A right that is given back after each turn, so that several senders take turns. */
    static SendingRight byTurns(Path folder, String destination) {
        return new SendingRight(folder, destination, false);
    }

    /** A right that is kept from the first turn on until it is closed. */
    static SendingRight kept(Path folder, String destination) {
        return new SendingRight(folder, destination, true);
    }

    /** Begins a turn: returns the cursor to send from; empty while another sender has the right. */
    Optional<DeliveryCursor> beginTurn() throws IOException {
        if (cursor.isEmpty()) {
            cursor = DeliveryCursor.take(folder, destination);
        }
        elsewhere = cursor.isPresent() ? 0 : elsewhere + 1;
        return cursor;
    }

    void endTurn() {
        if (!kept) {
            close();
        }
    }

    /** Lets other senders send the run. */
    void close() {
        try {
            if (cursor.isPresent()) {
                cursor.get().close();
            }
        } catch (IOException e) {
            LOG.warn("{}: {}", folder, e.toString());
        }
        cursor = Optional.empty();
    }

    /** Returns whether another sender was at work the last time this one looked. */
    boolean isElsewhere() {
        return elsewhere > 0;
    }

    /** Returns whether another sender is at work, though perhaps not for long. */
    boolean waitsForAnother() {
        return elsewhere > 0 && elsewhere < LOOKS;
    }
}
