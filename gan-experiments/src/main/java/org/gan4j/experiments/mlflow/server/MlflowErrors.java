package org.gan4j.experiments.mlflow.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.gan4j.api.track.TryLater;
import org.gan4j.experiments.net.Redaction;
import org.gan4j.experiments.net.Redirection;

/** Interprets an answer other than success: whether to ask again, and what a person can do about it. */
public final class MlflowErrors {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> TRANSIENT = Set.of(408, 429);
    private static final int LONGEST = 300;

    private static final int TOO_LARGE = 413;
    private static final String HOW_TO_LOG_IN =
            "set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or" + " MLFLOW_TRACKING_TOKEN";

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

        /** Returns whether MLflow itself does not take this content, so that no other day will help. */
        public boolean isForGood() {
            return status != 404 && status != TOO_LARGE;
        }
    }

    private MlflowErrors() {}

    /** Returns whether a body is one that MLflow may have sent with a success: empty, or data. */
    static boolean isMlflows(String body) {
        String text = body.stripLeading();
        return text.isEmpty() || text.startsWith("{") || text.startsWith("[");
    }

    /** A success that MLflow never sent. */
    static IOException page() {
        return new IOException("it answers with a web page where MLflow answers with data, perhaps a page to log in: "
                + HOW_TO_LOG_IN + ", or correct MLFLOW_TRACKING_URI");
    }

    /** The trouble as an exception: {@link TryLater} where the server says when to ask again. */
    static IOException trouble(Address address, URI asked, HttpResponse<String> answer) {
        Optional<URI> elsewhere = Redirection.of(asked, answer);
        IOException trouble = elsewhere.isPresent()
                ? moved(address, asked, elsewhere.get())
                : trouble(address, answer.statusCode(), answer.body());
        Optional<Duration> pause = answer.headers()
                .firstValue("Retry-After")
                .flatMap(text -> pause(text, ZonedDateTime.now(ZoneOffset.UTC)));
        return trouble instanceof Refused || pause.isEmpty()
                ? trouble
                : new TryLater(String.valueOf(trouble.getMessage()), pause.get());
    }

    private static IOException moved(Address address, URI asked, URI elsewhere) {
        String there = Redaction.of(elsewhere.toString());
        if (!Redirection.isSameThing(asked, elsewhere)) {
            return new IOException("it leads to another page, " + there.replaceFirst("[?#].*", "")
                    + ", perhaps one to log in: " + HOW_TO_LOG_IN + ", or correct MLFLOW_TRACKING_URI");
        }
        String rest = asked.toString().substring(address.uri().length());
        return new IOException("it has moved: set MLFLOW_TRACKING_URI to "
                + (there.endsWith(rest) ? there.substring(0, there.length() - rest.length()) : there));
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
            String which = address.authorization().isPresent() ? "another" : "a";
            return new IOException("it requires " + which + " login: " + HOW_TO_LOG_IN);
        }
        if (status == 403 && message.contains("Invalid Host header")) {
            return new IOException("it does not answer to the name " + address.host()
                    + ": start the server with --allowed-hosts '" + address.host() + ":*'");
        }
        if (status == 403) {
            return new IOException(
                    "this user may not write there (403" + (message.isEmpty() ? "" : ": " + message) + ")");
        }
        boolean itself = status / 100 == 4 && !TRANSIENT.contains(status) && isError(body);
        return itself || status == 404 || status == TOO_LARGE
                ? new Refused(status, status + (message.isEmpty() ? "" : ": " + message))
                : new IOException("it answers " + status + (message.isEmpty() ? "" : ": " + message));
    }

    /** Returns whether a body is one of MLflow's own errors, and not one of a program before it. */
    private static boolean isError(String body) {
        try {
            JsonNode error = JSON.readTree(body);
            return error.has("error_code") || error.has("message");
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static String message(String body) {
        String text = body;
        try {
            text = JSON.readTree(text).path("message").asText(text);
        } catch (JsonProcessingException e) {
            // Proxies and the login page do not answer in JSON.
        }
        String line = text.lines().findFirst().orElse("").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
