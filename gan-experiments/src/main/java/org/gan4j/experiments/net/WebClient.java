package org.gan4j.experiments.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
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

/**
 * Java's HTTP client as all parts of the program use it: through the user's proxies, for servers with any name, and with a time
 * limit for silence, so that a large file takes as long as it needs. Any thread may use it.
 */
public final class WebClient implements AutoCloseable {
    static {
        // Java reads these before its first client: otherwise it sends no login to a proxy for https, and names no host
        // but that of
        // the address.
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
    private final Optional<SSLContext> tls;

    /** One of Java's clients for each proxy, and one for servers that are asked directly. */
    private final Map<Optional<InetSocketAddress>, HttpClient> clients = new ConcurrentHashMap<>();

    private final Map<Activity, CompletableFuture<?>> pending = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** @param silence how long nothing may move before a request has failed */
    public WebClient(Proxies proxies, Duration silence, Optional<SSLContext> tls) {
        this.proxies = proxies;
        this.silence = silence;
        this.tls = tls;
    }

    private HttpClient client(Optional<InetSocketAddress> proxy) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                // HTTP/2 is asked for by an upgrade, over which some servers lose the body, and some proxies hang.
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(proxy.map(ProxySelector::of).orElse(HttpClient.Builder.NO_PROXY))
                .connectTimeout(silence);
        tls.ifPresent(builder::sslContext);
        return builder.build();
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
        Route route = Route.to(uri, proxies);
        HttpClient client = clients.computeIfAbsent(route.proxyByNumber(), this::client);
        Activity activity = new Activity();
        HttpRequest.Builder request = route.request().method(method, activity.noting(body));
        headers.forEach(request::setHeader);
        route.proxyLogin().ifPresent(login -> request.setHeader("Proxy-Authorization", login.header()));
        HttpResponse<T> answer = await(client.sendAsync(request.build(), activity.noting(reader)), activity, route);
        if (answer.statusCode() == 407) {
            throw new IOException("the proxy requires " + (route.proxyLogin().isPresent() ? "another" : "a")
                    + " login: set " + route.address().scheme() + "_proxy=http://USER:PASSWORD@HOST:PORT");
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

    private <T> HttpResponse<T> await(CompletableFuture<HttpResponse<T>> answer, Activity activity, Route route)
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
            throw MissingAnswer.because(e.getCause() == null ? e : e.getCause(), route, silence);
        } catch (CancellationException e) {
            throw new IOException("sending has ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + route.address(), e);
        } finally {
            pending.remove(activity);
            answer.cancel(true);
        }
    }

    /** Ends all requests under way; their senders get an {@link IOException}. */
    @Override
    public void close() {
        closed = true;
        pending.values().forEach(answer -> answer.cancel(true));
    }
}
