package org.gan4j.experiments.mlflow.server;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.net.Proxies;
import org.gan4j.experiments.net.Redaction;
import org.gan4j.experiments.net.WebAddress;
import org.gan4j.experiments.net.WebClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tracking server and the way to it.
 *
 * @param place         the server, without a login
 * @param authorization the value of the header {@code Authorization}, if there is a login or a token
 * @param tls           whose certificates are believed and which one is shown, where that is not Java's own choice
 * @param proxies       on the way
 * @param silence       how long nothing may come from there
 * @param experiment    the experiment for all runs, in place of one for each recipe
 */
public record Address(
        WebAddress place,
        Optional<String> authorization,
        Optional<SSLContext> tls,
        Proxies proxies,
        Duration silence,
        Optional<String> experiment) {
    private static final Logger LOG = LoggerFactory.getLogger(Address.class);
    private static final String URI = "MLFLOW_TRACKING_URI";
    private static final String TIMEOUT = "MLFLOW_HTTP_REQUEST_TIMEOUT";
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /** A server that wants no login and is near. */
    public static Address of(String uri) {
        return new Address(
                WebAddress.of(uri), Optional.empty(), Optional.empty(), Proxies.none(), SILENCE, Optional.empty());
    }

    /** The server that the usual environment variables name. A mistake in them is logged as a warning. */
    public static Optional<Address> from(Map<String, String> environment) {
        try {
            return parse(environment);
        } catch (InvalidInput e) {
            LOG.warn("{}; so runs are not sent. For a server on this machine: gan ui", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * The server that the usual environment variables name.
     *
     * @throws InvalidInput if they name one to which nothing can be sent
     */
    public static Optional<Address> parse(Map<String, String> environment) {
        String uri = environment.getOrDefault(URI, "").strip();
        if (uri.isEmpty()) {
            return Optional.empty();
        }
        WebAddress place;
        try {
            place = WebAddress.of(uri);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(
                    URI,
                    "'" + Redaction.ofAddress(uri) + "' " + e.getMessage() + "; expected an address such as"
                            + " http://127.0.0.1:5000");
        }
        return Optional.of(new Address(
                new WebAddress(place.scheme(), place.host(), place.port(), place.path(), Optional.empty()),
                Credentials.header(place.login(), environment),
                place.scheme().equals("https") ? TlsTrust.from(environment) : Optional.empty(),
                new Proxies(environment),
                silence(environment),
                Optional.of(environment
                                .getOrDefault("MLFLOW_EXPERIMENT_NAME", "")
                                .strip())
                        .filter(name -> !name.isEmpty())));
    }

    private static Duration silence(Map<String, String> environment) {
        String text = environment.getOrDefault(TIMEOUT, "").strip();
        if (text.isEmpty()) {
            return SILENCE;
        }
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) == 0) {
            throw new InvalidInput(TIMEOUT, "'" + text + "' is not a number of seconds from 1 on");
        }
        return Duration.ofSeconds(Integer.parseInt(text));
    }

    /** The same with another limit for silence. */
    public Address patient(Duration limit) {
        return new Address(place, authorization, tls, proxies, limit, experiment);
    }

    /** The address to which paths are added. */
    public String uri() {
        return place.toString();
    }

    /** Returns a name that identifies the destination and holds no secret; all ways to write this machine give one name. */
    public String name() {
        String server = uri().replaceFirst("//localhost(?=[:/]|$)", "//127.0.0.1");
        return experiment.map(name -> server + ", experiment " + name).orElse(server);
    }

    /** The host as the server is asked for. */
    String host() {
        return place.host().toLowerCase(Locale.ROOT);
    }

    /** A client that goes this way. */
    WebClient client() {
        return new WebClient(proxies, silence, tls);
    }

    @Override
    public String toString() {
        return name();
    }
}
