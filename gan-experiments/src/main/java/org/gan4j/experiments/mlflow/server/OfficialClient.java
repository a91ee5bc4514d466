package org.gan4j.experiments.mlflow.server;

import java.io.IOException;
import java.util.function.Function;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;

/**
 * MLflow's own client, made to send through {@link Http}. By itself it knows no time limits, no proxies and no signed
 * certificates of a laboratory, and sends what failed again at once.
 */
public final class OfficialClient {
    private final MlflowClient client;

    public OfficialClient(Http http) {
        client = new MlflowClient(new BasicMlflowHostCreds(HttpBridge.HOST));
        HttpBridge.install(client, http);
    }

    /**
     * Asks the server.
     *
     * @throws MlflowErrors.Refused if it says no
     * @throws IOException if it cannot be reached, does not answer in time, or has trouble of its own
     */
    public <R> R ask(Function<MlflowClient, R> question) throws IOException {
        try {
            return question.apply(client);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof HttpBridge.Failure failure) {
                    throw failure.reason();
                }
            }
            throw new IOException("it does not answer as MLflow does (" + e.getMessage() + ")", e);
        }
    }
}
