package org.gan4j.experiments.mlflow.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tracking server and how to log in there.
 *
 * @param uri      with http or https, perhaps with a path, without a slash at its end
 * @param user     or empty
 * @param password or empty
 * @param token    or empty; used where there is no user
 * @param insecure whether its certificate is taken for what it says, whoever signed it
 */
public record Address(String uri, String user, String password, String token, boolean insecure) {
    private static final Logger LOG = LoggerFactory.getLogger(Address.class);

    /** A server that wants no login. */
    public static Address of(String uri) {
        return new Address(uri, "", "", "", false);
    }

    /** The server that the usual environment variables name. One that cannot be sent to is logged as a warning. */
    public static Optional<Address> from(Map<String, String> environment) {
        String uri = environment.getOrDefault("MLFLOW_TRACKING_URI", "").strip();
        if (uri.isEmpty()) {
            return Optional.empty();
        }
        if (!isHttp(uri)) {
            LOG.warn(
                    "MLFLOW_TRACKING_URI='{}' is not an http or https address, so runs are not sent to it;"
                            + " for a server on this machine: gan ui",
                    uri);
            return Optional.empty();
        }
        return Optional.of(new Address(
                uri.replaceAll("/+$", ""),
                environment.getOrDefault("MLFLOW_TRACKING_USERNAME", ""),
                environment.getOrDefault("MLFLOW_TRACKING_PASSWORD", ""),
                environment.getOrDefault("MLFLOW_TRACKING_TOKEN", ""),
                environment.getOrDefault("MLFLOW_TRACKING_INSECURE_TLS", "").equalsIgnoreCase("true")));
    }

    private static boolean isHttp(String uri) {
        try {
            URI parsed = URI.create(uri);
            String scheme = String.valueOf(parsed.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && parsed.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns a name that identifies the server and holds no secret; all ways to write this machine give one name. */
    public String name() {
        return uri.replaceFirst("//[^/@]*@", "//").replaceFirst("//localhost(?=[:/]|$)", "//127.0.0.1");
    }

    /** Host and port, as the server is asked for. */
    String host() {
        return URI.create(uri).getHost();
    }

    /** A client for what MLflow's own does not do. */
    HttpClient http(Duration patience) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                // HTTP/2 is asked for by an upgrade, over which some servers lose the body.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience);
        return (insecure ? builder.sslContext(TlsTrust.everybody()) : builder).build();
    }

    /** The value of the header {@code Authorization}, if the server wants to know who is there. */
    Optional<String> authorization() {
        if (!user.isEmpty()) {
            byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(login));
        }
        return token.isEmpty() ? Optional.empty() : Optional.of("Bearer " + token);
    }
}
