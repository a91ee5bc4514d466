package org.gan4j.experiments.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Java's HTTP client as all parts of the program use it: through the user's proxies, for servers with any name, and with a time
 * limit for silence, so that a large file takes as long as it needs. Any thread may use it.
 */
public final class WebClient implements AutoCloseable {
    static {
        // Java reads these before its first client: otherwise it sends no login to a proxy for https, and names no host
        // but
        // that of the address.
        for (Map.Entry<String, String> setting : Map.of(
                        "jdk.http.auth.tunneling.disabledSchemes", "",
                        "jdk.httpclient.allowRestrictedHeaders", "host")
                .entrySet()) {
            if (System.getProperty(setting.getKey()) == null) {
                System.setProperty(setting.getKey(), setting.getValue());
            }
        }
    }

    private static final int MOST_HOPS = 5;

    private final Proxies proxies;
    private final Duration silence;
    private final HttpClient client;
    private final Map<Activity, CompletableFuture<?>> pending = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** @param silence how long nothing may move before a request has failed */
    public WebClient(Proxies proxies, Duration silence, Optional<SSLContext> tls) {
        this.proxies = proxies;
        this.silence = silence;
        HttpClient.Builder builder = HttpClient.newBuilder()
                // HTTP/2 is asked for by an upgrade, over which some servers lose the body, and some proxies hang.
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(new Selector())
                .connectTimeout(silence);
        tls.ifPresent(builder::sslContext);
        client = builder.build();
    }

    /**
     * Sends one request, once, and waits for the answer, whatever its status.
     *
     * @param uri with any login left out
     * @throws ConnectException if nothing listens there
     * @throws IOException      if there is no answer; the message says why, in words for people
     */
    public <T> HttpResponse<T> send(
            String method, String uri, Map<String, String> headers, BodyPublisher body, BodyHandler<T> reader)
            throws IOException {
        WebAddress address = address(uri);
        Optional<Proxies.Server> proxy = proxies.before(address);
        Activity activity = new Activity();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(reachable(uri, address)).method(method, activity.noting(body));
        headers.forEach(request::setHeader);
        if (!address.isJavas()) {
            nameHost(request, address);
        }
        proxy.flatMap(Proxies.Server::login)
                .ifPresent(login -> request.setHeader("Proxy-Authorization", login.header()));
        HttpResponse<T> answer = await(client.sendAsync(request.build(), activity.noting(reader)), activity, address);
        if (answer.statusCode() == 407) {
            throw new IOException("the proxy requires "
                    + (proxy.flatMap(Proxies.Server::login).isPresent() ? "another" : "a") + " login: set "
                    + address.scheme() + "_proxy=http://USER:PASSWORD@HOST:PORT");
        }
        return answer;
    }

    /**
     * Sends a request, and sends it again, with the same method and body, to where the answer says that the server is now. A
     * login goes to the server that it was meant for, and to no other.
     *
     * @param mayFollow whether to go from one address to the next; otherwise the redirection is the answer
     */
    public <T> HttpResponse<T> follow(
            String method,
            String uri,
            Map<String, String> headers,
            BodyPublisher body,
            BodyHandler<T> reader,
            BiPredicate<URI, URI> mayFollow)
            throws IOException {
        HttpResponse<T> answer = send(method, uri, headers, body, reader);
        URI asked = URI.create(uri);
        for (int hops = 0; hops < MOST_HOPS; hops++) {
            Optional<URI> next = Redirection.of(asked, answer);
            if (next.isEmpty() || !mayFollow.test(asked, next.get())) {
                return answer;
            }
            Map<String, String> taken = new TreeMap<>(headers);
            if (!Redirection.isSameServer(URI.create(uri), next.get())) {
                taken.remove("Authorization");
            }
            asked = next.get();
            answer = send(method, asked.toString(), taken, body, reader);
        }
        return answer;
    }

    private static WebAddress address(String uri) throws IOException {
        try {
            return WebAddress.of(uri);
        } catch (IllegalArgumentException e) {
            throw new IOException(Redaction.of(uri) + " " + e.getMessage(), e);
        }
    }

    /** Java's client takes no host name with an underscore; such a host is asked by its number. */
    private URI reachable(String uri, WebAddress address) throws IOException {
        URI asked = URI.create(uri);
        if (address.isJavas()) {
            return asked;
        }
        String reason = "Java takes no host name such as " + address.host() + " (only letters, digits, - and .)";
        if (address.scheme().equals("https")) {
            throw new IOException(reason + " in an https address; give the server another name");
        }
        try {
            InetAddress number = InetAddress.getByName(address.host());
            String host = number.getHostAddress().contains(":")
                    ? "[" + number.getHostAddress() + "]"
                    : number.getHostAddress();
            String port = address.port() < 0 ? "" : ":" + address.port();
            return URI.create("http://" + host + port + asked.getRawPath()
                    + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery()));
        } catch (UnknownHostException e) {
            throw new IOException(
                    "the host " + address.host() + " is unknown here; " + reason
                            + " unless this machine itself knows its number; give the server another name",
                    e);
        }
    }

    private static void nameHost(HttpRequest.Builder request, WebAddress address) {
        try {
            request.setHeader("Host", address.authority());
        } catch (IllegalArgumentException e) {
            // Another client of this process was first; the server is then asked for by its number.
        }
    }

    private <T> HttpResponse<T> await(CompletableFuture<HttpResponse<T>> answer, Activity activity, WebAddress address)
            throws IOException {
        pending.put(activity, answer);
        try {
            if (closed) {
                throw new IOException("sending has ended");
            }
            for (long left = activity.left(silence); left > 0; left = activity.left(silence)) {
                try {
                    return answer.get(left, TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    // Bytes may have moved meanwhile.
                }
            }
            throw new HttpTimeoutException("no answer within " + silence.toSeconds() + " s");
        } catch (ExecutionException e) {
            if (closed) {
                throw new IOException("sending has ended", e);
            }
            throw reason(e.getCause() == null ? e : e.getCause(), address);
        } catch (CancellationException e) {
            throw new IOException("sending has ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + address, e);
        } finally {
            pending.remove(activity);
            answer.cancel(true);
        }
    }

    private IOException reason(Throwable failure, WebAddress address) throws IOException {
        String place = proxies.before(address)
                .map(proxy -> "the proxy " + proxy.place().getHostString() + ":"
                        + proxy.place().getPort())
                .orElse(address.authority());
        if (failure instanceof UncheckedIOException unchecked) {
            // The reader of the answer did not like it.
            return Objects.requireNonNull(unchecked.getCause());
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return new UnknownHostException("the host is unknown: " + place);
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException known) {
                return known;
            }
            if (cause instanceof HttpConnectTimeoutException) {
                return new HttpConnectTimeoutException(
                        "no connection to " + place + " within " + silence.toSeconds() + " s");
            }
            if (cause instanceof ConnectException) {
                ConnectException refused = new ConnectException("no connection to " + place
                        + (failure.getMessage() == null ? "" : " (" + failure.getMessage() + ")"));
                refused.initCause(failure);
                return refused;
            }
        }
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return new IOException("no answer from " + place + " (" + message + ")", failure);
    }

    /** Ends all requests under way; their senders get an {@link IOException}. */
    @Override
    public void close() {
        closed = true;
        pending.values().forEach(answer -> answer.cancel(true));
    }

    /** Hands {@link Proxies} to Java. */
    private final class Selector extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            try {
                return proxies.before(WebAddress.of(uri.toString()))
                        .map(proxy -> List.of(new Proxy(Proxy.Type.HTTP, proxy.place())))
                        .orElse(List.of(Proxy.NO_PROXY));
            } catch (IOException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }

        @Override
        public void connectFailed(URI uri, SocketAddress proxy, IOException reason) {
            // The request fails with the same reason, which is told there.
        }
    }
}
