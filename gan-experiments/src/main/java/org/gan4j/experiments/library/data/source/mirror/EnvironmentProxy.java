package org.gan4j.experiments.library.data.source.mirror;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The proxy that {@code https_proxy}, {@code http_proxy} and {@code no_proxy} name, in either case, as other programs read
 * them; without them, the one that Java is configured for.
 */
final class EnvironmentProxy extends ProxySelector {
    private final Map<String, String> environment;

    EnvironmentProxy(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public List<Proxy> select(URI address) {
        String named = variable(address.getScheme() + "_proxy");
        if (named.isBlank()) {
            ProxySelector configured = ProxySelector.getDefault();
            return configured == null ? List.of(Proxy.NO_PROXY) : configured.select(address);
        }
        if (isDirect(address.getHost())) {
            return List.of(Proxy.NO_PROXY);
        }
        URI proxy = URI.create(named.contains("://") ? named : "http://" + named);
        int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
        return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port)));
    }

    private boolean isDirect(String host) {
        return Arrays.stream(variable("no_proxy").split(",", -1))
                .map(String::strip)
                .map(rule -> rule.startsWith("*.") ? rule.substring(1) : rule)
                .anyMatch(rule -> rule.equals("*")
                        || rule.equals(host)
                        || (!rule.isEmpty() && host.endsWith(rule.startsWith(".") ? rule : "." + rule)));
    }

    private String variable(String name) {
        return environment.getOrDefault(name, environment.getOrDefault(name.toUpperCase(Locale.ROOT), ""));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException reason) {
        // The request fails with the same reason, which is told there.
    }
}
