package org.gan4j.experiments.mlflow.server;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.mlflow.tracking.MlflowClient;
import org.mlflow_project.apachehttp.Header;
import org.mlflow_project.apachehttp.HttpEntity;
import org.mlflow_project.apachehttp.HttpEntityEnclosingRequest;
import org.mlflow_project.apachehttp.HttpHost;
import org.mlflow_project.apachehttp.HttpRequest;
import org.mlflow_project.apachehttp.HttpVersion;
import org.mlflow_project.apachehttp.client.methods.CloseableHttpResponse;
import org.mlflow_project.apachehttp.conn.ClientConnectionManager;
import org.mlflow_project.apachehttp.entity.StringEntity;
import org.mlflow_project.apachehttp.impl.client.CloseableHttpClient;
import org.mlflow_project.apachehttp.message.BasicHttpResponse;
import org.mlflow_project.apachehttp.params.HttpParams;
import org.mlflow_project.apachehttp.protocol.HttpContext;
import org.mlflow_project.apachehttp.util.EntityUtils;

/** Carries the requests of MLflow's own client to {@link Http}. The client has no way to be given one, so it goes in by reflection. */
final class HttpBridge extends CloseableHttpClient {
    /** The server that MLflow's client believes to speak to. */
    static final String HOST = "http://mlflow";

    /** Why there is no good answer, on its way through MLflow's client, which wraps what it catches. */
    static final class Failure extends IOException {
        private static final long serialVersionUID = 1L;

        private final IOException reason;

        private Failure(IOException reason) {
            super(reason.getMessage(), reason);
            this.reason = reason;
        }

        IOException reason() {
            return reason;
        }
    }

    private static final class Answer extends BasicHttpResponse implements CloseableHttpResponse {
        private Answer(String body) {
            super(HttpVersion.HTTP_1_1, 200, "OK");
            setEntity(new StringEntity(body, StandardCharsets.UTF_8));
        }

        @Override
        public void close() {}
    }

    private final Http http;

    private HttpBridge(Http http) {
        this.http = http;
    }

    static void install(MlflowClient client, Http http) {
        try {
            Field caller = MlflowClient.class.getDeclaredField("httpCaller");
            caller.setAccessible(true);
            Field used = caller.getType().getDeclaredField("httpClient");
            used.setAccessible(true);
            used.set(caller.get(client), new HttpBridge(http));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of MLflow's client is made in another way", e);
        }
    }

    @Override
    protected CloseableHttpResponse doExecute(HttpHost target, HttpRequest request, HttpContext context)
            throws IOException {
        String asked = request.getRequestLine().getUri();
        String path = asked.startsWith(HOST) ? asked.substring(HOST.length()) : asked;
        HttpEntity entity = request instanceof HttpEntityEnclosingRequest enclosing ? enclosing.getEntity() : null;
        BodyPublisher body = entity == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(EntityUtils.toString(entity, StandardCharsets.UTF_8));
        Map<String, String> agent = Optional.ofNullable(request.getFirstHeader("User-Agent"))
                .map(Header::getValue)
                .map(name -> Map.of("User-Agent", name))
                .orElse(Map.of());
        try {
            return new Answer(http.send(request.getRequestLine().getMethod(), path, "application/json", body, agent));
        } catch (IOException e) {
            throw new Failure(e);
        }
    }

    @Override
    public void close() {}

    @Override
    @Deprecated
    public HttpParams getParams() {
        throw new UnsupportedOperationException("there are none");
    }

    @Override
    @Deprecated
    public ClientConnectionManager getConnectionManager() {
        throw new UnsupportedOperationException("there is none");
    }
}
