package org.gan4j.experiments.mlflow.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.gan4j.api.track.TryLater;

/** Interprets an answer other than success: whether to ask again, and what a person can do about it. */
public final class MlflowErrors {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> TRANSIENT = Set.of(408, 429);
    private static final int LONGEST = 300;

    /** The server understood and said no: asking again does not help, asking for something else may. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;

        private Refused(int status, String message) {
            super(message);
            this.status = status;
        }

        /** Returns whether what was asked about is not there. */
        public boolean isNotFound() {
            return status == 404;
        }
    }

    private MlflowErrors() {}

    /** The trouble as an exception: {@link TryLater} where the server says when to ask again. */
    static IOException trouble(Address address, HttpResponse<String> answer) {
        IOException trouble = trouble(address, answer.statusCode(), answer.body());
        Optional<Duration> pause = answer.headers()
                .firstValue("Retry-After")
                .flatMap(text -> pause(text, ZonedDateTime.now(ZoneOffset.UTC)));
        return trouble instanceof Refused || pause.isEmpty()
                ? trouble
                : new TryLater(String.valueOf(trouble.getMessage()), pause.get());
    }

    /** The header {@code Retry-After}: seconds, or the date to wait for; nothing if it is neither. */
    static Optional<Duration> pause(String text, ZonedDateTime now) {
        try {
            Duration pause = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME));
            return pause.isNegative() ? Optional.of(Duration.ZERO) : Optional.of(pause);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The trouble as an exception: {@link Refused} where asking again does not help. */
    static IOException trouble(Address address, int status, String body) {
        String message = message(body);
        if (status == 401) {
            return new IOException("it requires a login: set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or"
                    + " MLFLOW_TRACKING_TOKEN");
        }
        if (status == 403 && message.contains("Invalid Host header")) {
            return new IOException("it does not answer to the name " + address.host()
                    + ": start the server with --allowed-hosts '" + address.host() + ":*'");
        }
        if (status == 403) {
            return new IOException(
                    "this user may not write there (403" + (message.isEmpty() ? "" : ": " + message) + ")");
        }
        if (status >= 500 || TRANSIENT.contains(status)) {
            return new IOException("it answers " + status + (message.isEmpty() ? "" : ": " + message));
        }
        return new Refused(status, status + (message.isEmpty() ? "" : ": " + message));
    }

    private static String message(String body) {
        String text = body == null ? "" : body;
        try {
            text = JSON.readTree(text).path("message").asText(text);
        } catch (JsonProcessingException e) {
            // Proxies and the login page do not answer in JSON.
        }
        String line = text.lines().findFirst().orElse("").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
