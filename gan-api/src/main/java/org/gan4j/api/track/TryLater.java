package org.gan4j.api.track;

import java.io.IOException;
import java.time.Duration;

/** Thrown by a {@link Tracker} whose destination asked for a pause. */
public final class TryLater extends IOException {
    private static final long serialVersionUID = 1L;

    private final Duration after;

    public TryLater(String message, Duration after) {
        super(message);
        this.after = after;
    }

    /** Returns the time to wait before the call is repeated. */
    public Duration after() {
        return after;
    }
}
