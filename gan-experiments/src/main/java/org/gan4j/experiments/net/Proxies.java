package org.gan4j.experiments.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxies that {@code https_proxy}, {@code http_proxy}, {@code all_proxy} and {@code no_proxy} name, in either case, as
 * other programs read them; without them, the one that Java is configured for. This machine itself is always asked directly.
 */
public final class Proxies {
    /** Proxies are spoken to in plain HTTP. */
    private static final int DEFAULT_PORT = 80;

    /** One proxy, and the login that it wants, if any. */
    record Server(InetSocketAddress place, Optional<Login> login) {}

    private final Map<String, String> environment;

    public Proxies(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** No proxy but one that Java is configured for. */
    public static Proxies none() {
        return new Proxies(Map.of());
    }

    /**
     * Returns the proxy through which a server is asked; empty where it is asked directly.
     *
     * @throws IOException if a variable names something that is not a proxy
     */
    Optional<Server> before(WebAddress server) throws IOException {
        if (server.isLoopback()) {
            return Optional.empty();
        }
        Optional<String> variable = Stream.of(server.scheme() + "_proxy", "all_proxy")
                .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst();
        if (variable.isEmpty()) {
            return configured(server);
        }
        return isDirect(server) ? Optional.empty() : Optional.of(named(variable.get()));
    }

    private Server named(String variable) throws IOException {
        String value = environment.getOrDefault(variable, "").strip();
        try {
            WebAddress proxy = WebAddress.of(value.contains("://") ? value : "http://" + value);
            int port = proxy.port() < 0 ? DEFAULT_PORT : proxy.port();
            return new Server(InetSocketAddress.createUnresolved(proxy.host(), port), proxy.login());
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    variable + "='" + Redaction.ofAddress(value) + "' " + e.getMessage()
                            + "; expected http://HOST:PORT or http://USER:PASSWORD@HOST:PORT",
                    e);
        }
    }

    private static Optional<Server> configured(WebAddress server) {
        ProxySelector selector = ProxySelector.getDefault();
        List<Proxy> proxies = selector == null ? List.of() : selector.select(URI.create(server.toString()));
        return proxies.stream()
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .map(Proxy::address)
                .map(InetSocketAddress.class::cast)
                .map(place -> new Server(place, Optional.empty()))
                .findFirst();
    }

    private boolean isDirect(WebAddress server) {
        String host = server.host().toLowerCase(Locale.ROOT);
        return Stream.of("no_proxy", "NO_PROXY")
                .flatMap(
                        name -> Arrays.stream(environment.getOrDefault(name, "").split(",", -1)))
                .map(rule -> rule.strip().toLowerCase(Locale.ROOT))
                .map(rule -> rule.startsWith("*.") ? rule.substring(1) : rule)
                .filter(rule -> !rule.isEmpty())
                .anyMatch(rule -> rule.equals("*")
                        || rule.equals(host)
                        || rule.equals(server.authority().toLowerCase(Locale.ROOT))
                        || host.endsWith(rule.startsWith(".") ? rule : "." + rule));
    }
}
