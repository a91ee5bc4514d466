package org.gan4j.experiments.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in words for people why a request has no answer. */
final class MissingAnswer {
    private MissingAnswer() {}

    /**
     * Returns the reason.
     *
     * @param failure what Java's client says
     * @param silence how long a connection may take
     */
    static IOException because(Throwable failure, Route route, Duration silence) {
        if (failure instanceof UncheckedIOException unchecked) {
            // The reader of the answer did not like it.
            return Objects.requireNonNull(unchecked.getCause());
        }
        String said = failure.getMessage() == null ? "" : " (" + failure.getMessage() + ")";
        if (cause(failure, UnresolvedAddressException.class).isPresent()) {
            return new UnknownHostException("the host is unknown: " + route.place());
        }
        Optional<SSLException> insecure = cause(failure, SSLException.class);
        if (insecure.isPresent()) {
            return insecure.get();
        }
        if (cause(failure, HttpConnectTimeoutException.class).isPresent()) {
            return new HttpConnectTimeoutException(
                    "no connection to " + route.place() + " within " + silence.toSeconds() + " s");
        }
        if (cause(failure, ConnectException.class).isPresent()) {
            ConnectException refused = new ConnectException("no connection to " + route.place() + said);
            refused.initCause(failure);
            return refused;
        }
        return new IOException(
                "no answer from " + route.place() + (said.isEmpty() ? " (" + failure + ")" : said), failure);
    }

    private static <E extends Throwable> Optional<E> cause(Throwable failure, Class<E> kind) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
