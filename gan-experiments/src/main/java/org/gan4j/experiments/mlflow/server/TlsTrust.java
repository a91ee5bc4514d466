package org.gan4j.experiments.mlflow.server;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.gan4j.api.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed, and which one is shown, as MLflow's client for Python reads it from variables. */
final class TlsTrust {
    private static final String INSECURE = "MLFLOW_TRACKING_INSECURE_TLS";
    private static final String SERVER = "MLFLOW_TRACKING_SERVER_CERT_PATH";
    private static final String CLIENT = "MLFLOW_TRACKING_CLIENT_CERT_PATH";
    private static final char[] NO_PASSWORD = {};

    private TlsTrust() {}

    /**
     * What the variables ask for; empty where that is what Java does by itself.
     *
     * @throws InvalidInput if they contradict each other, or name files that are of no use
     */
    static Optional<SSLContext> from(Map<String, String> environment) {
        boolean insecure = Set.of("true", "1")
                .contains(environment.getOrDefault(INSECURE, "").strip().toLowerCase(Locale.ROOT));
        Optional<Path> server = path(SERVER, environment);
        Optional<Path> client = path(CLIENT, environment);
        if (insecure && server.isPresent()) {
            throw new InvalidInput(INSECURE, "is set and " + SERVER + " is too; set one of them");
        }
        if (!insecure && server.isEmpty() && client.isEmpty()) {
            return Optional.empty();
        }
        TrustManager @Nullable [] trusted = insecure
                ? new TrustManager[] {new Everybody()}
                : server.map(TlsTrust::trusted).orElse(null);
        KeyManager @Nullable [] shown = client.map(TlsTrust::shown).orElse(null);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown, trusted, null);
            return Optional.of(context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static Optional<Path> path(String variable, Map<String, String> environment) {
        String text = environment.getOrDefault(variable, "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path path = Path.of(text);
            if (Files.exists(path)) {
                return Optional.of(path);
            }
        } catch (InvalidPathException e) {
            // Is not there either.
        }
        throw new InvalidInput(variable, text + " is not there; expected a file in PEM");
    }

    private static TrustManager[] trusted(Path path) {
        try {
            List<Certificate> certificates = Pem.certificates(path);
            if (certificates.isEmpty()) {
                throw new GeneralSecurityException("it holds no certificate; expected BEGIN CERTIFICATE");
            }
            KeyStore store = empty();
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("ca" + i, certificates.get(i));
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw useless(SERVER, path, e);
        }
    }

    private static KeyManager[] shown(Path path) {
        try {
            Certificate[] chain = Pem.certificates(path).toArray(Certificate[]::new);
            if (chain.length == 0) {
                throw new GeneralSecurityException("it holds no certificate; expected one, and its private key");
            }
            KeyStore store = empty();
            store.setKeyEntry("client", Pem.key(path), NO_PASSWORD, chain);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            return factory.getKeyManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw useless(CLIENT, path, e);
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static InvalidInput useless(String variable, Path path, Exception trouble) {
        return new InvalidInput(variable, path + " cannot be used: " + trouble.getMessage());
    }

    /** Returns the trouble with a remedy if it is one of TLS. */
    static IOException explained(SSLException trouble) {
        String reason = String.valueOf(trouble.getMessage());
        // Java has two sentences for it.
        if (reason.toLowerCase(Locale.ROOT).contains("unrecognized ssl message")) {
            return new IOException(
                    "it does not speak TLS at that port: should the address begin with http:// ?", trouble);
        }
        if (reason.contains("bad_certificate") || reason.contains("certificate_required")) {
            return new IOException("it wants another client certificate (" + reason + "): set " + CLIENT, trouble);
        }
        return new IOException(
                "its certificate is not trusted (" + reason + "): name the certificate of who signed it with " + SERVER
                        + "=FILE.pem, or a trust store with GAN_OPTS=-Djavax.net.ssl.trustStore=FILE, or set "
                        + INSECURE
                        + "=true",
                trouble);
    }

    /** The extended kind, since of any other Java checks the host's name by itself. */
    private static final class Everybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
