package org.gan4j.experiments.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.util.Optional;

/**
 * The way of one request to its server.
 *
 * @param asked   what is asked for
 * @param address of the server
 * @param proxy   through which the server is asked, if any
 */
record Route(URI asked, WebAddress address, Optional<Proxies.Server> proxy) {
    /**
     * Finds the way.
     *
     * @throws IOException if the address is none, or if a variable names a proxy that is none
     */
    static Route to(String uri, Proxies proxies) throws IOException {
        WebAddress address;
        try {
            address = WebAddress.of(uri);
        } catch (IllegalArgumentException e) {
            throw new IOException(Redaction.of(uri) + " " + e.getMessage(), e);
        }
        return new Route(URI.create(uri), address, proxies.before(address));
    }

    Optional<Login> proxyLogin() {
        return proxy.flatMap(Proxies.Server::login);
    }

    /** The machine that this one connects to, in words. */
    String place() {
        return proxy.map(server -> "the proxy " + server.place().getHostString() + ":"
                        + server.place().getPort())
                .orElse(address.authority());
    }

    /** Returns the proxy as Java's client takes it: one whose name has an underscore by its number. */
    Optional<InetSocketAddress> proxyByNumber() throws IOException {
        if (proxy.isEmpty() || !proxy.get().place().getHostString().contains("_")) {
            return proxy.map(Proxies.Server::place);
        }
        InetSocketAddress named = proxy.get().place();
        try {
            return Optional.of(new InetSocketAddress(
                    InetAddress.getByName(named.getHostString()).getHostAddress(), named.getPort()));
        } catch (UnknownHostException e) {
            throw new UnknownHostException("the host is unknown: " + place());
        }
    }

    /** Begins the request. Java's client takes no host name with an underscore; such a host is asked by its number. */
    HttpRequest.Builder request() throws IOException {
        if (address.isJavas()) {
            return HttpRequest.newBuilder(asked);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(byNumber());
        try {
            request.setHeader("Host", address.authority());
        } catch (IllegalArgumentException e) {
            // Another client of this process was first; the server is then asked for by its number.
        }
        return request;
    }

    private URI byNumber() throws IOException {
        String reason = "Java takes no host name such as " + address.host() + " (only letters, digits, - and .)";
        if (address.scheme().equals("https")) {
            throw new IOException(reason + " in an https address; give the server another name");
        }
        try {
            String number = InetAddress.getByName(address.host()).getHostAddress();
            String host = number.contains(":") ? "[" + number + "]" : number;
            String port = address.port() < 0 ? "" : ":" + address.port();
            String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
            return URI.create("http://" + host + port + asked.getRawPath() + query);
        } catch (UnknownHostException e) {
            throw new IOException(
                    "the host " + address.host() + " is unknown here; " + reason
                            + " unless this machine itself knows its number; give the server another name",
                    e);
        }
    }
}
