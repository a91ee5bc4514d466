package org.gan4j.experiments.net;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An http or https address as people write it: perhaps with a login, and with a host name that Java's {@link URI} does not take.
 *
 * @param scheme http or https
 * @param host   name or number, the latter in brackets if it is one of IPv6
 * @param port   or -1 where the address names none
 * @param path   without a slash at its end; what begins with {@code ?} or {@code #} is left out
 */
public record WebAddress(String scheme, String host, int port, String path, Optional<Login> login) {
    private static final Pattern FORM = Pattern.compile(
            "(?<scheme>https?)://(?:(?<login>[^/?#]*)@)?(?<host>\\[[0-9A-Fa-f:.%]+]|[^\\s:/?#@\\[\\]]+)"
                    + "(?::(?<port>[^/?#]*))?(?<path>/[^?#]*)?(?:[?#].*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int LAST_PORT = 65_535;

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it is none; the message completes "the address …" and holds no login
     */
    public static WebAddress of(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("is not an http or https address");
        }
        String path = Optional.ofNullable(parts.group("path")).orElse("").replaceAll("/+$", "");
        WebAddress address = new WebAddress(
                parts.group("scheme").toLowerCase(Locale.ROOT),
                parts.group("host"),
                port(parts.group("port")),
                path,
                Optional.ofNullable(parts.group("login"))
                        .filter(login -> !login.isEmpty())
                        .map(Login::ofAddress));
        try {
            URI.create(address.toString());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has characters that no address may have", e);
        }
        return address;
    }

    private static int port(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return -1;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) == 0 || Integer.parseInt(text) > LAST_PORT) {
            throw new IllegalArgumentException("has a port that is not a number from 1 to " + LAST_PORT);
        }
        return Integer.parseInt(text);
    }

    /** Host and port, as the server is asked for. */
    public String authority() {
        return port < 0 ? host : host + ":" + port;
    }

    /** Returns whether Java's own classes for addresses take this host; they take no name with an underscore. */
    boolean isJavas() {
        return URI.create(toString()).getHost() != null;
    }

    /** Returns whether the host is this machine, which no proxy can reach for us. */
    boolean isLoopback() {
        return host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    /** The address without its login. */
    @Override
    public String toString() {
        return scheme + "://" + authority() + path;
    }
}
