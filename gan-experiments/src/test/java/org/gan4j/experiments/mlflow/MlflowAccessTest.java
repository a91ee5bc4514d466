package org.gan4j.experiments.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.track.Observation;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.mlflow.server.Address;
import org.gan4j.experiments.store.journal.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways to a tracking server, as the usual environment variables name them. */
@Timeout(120)
class MlflowAccessTest {
    private static final RunRecord RUN = Runs.run("a");

    @TempDir
    Path folder;

    private static MlflowTracker tracker(FakeMlflow fake, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("MLFLOW_TRACKING_URI", fake.uri());
        return new MlflowTracker(Address.from(environment));
    }

    private void send(MlflowTracker tracker) throws IOException {
        tracker.begun(RUN);
        tracker.measured(RUN, Observation.of(1, 1234, Map.of("loss/d", 0.5)));
        tracker.artifact(RUN, "report.html", Files.writeString(folder.resolve("report.html"), "<html>"), 1, 1234);
        tracker.ended(RUN, Status.FINISHED, 2345);
    }

    private static void assertArrived(FakeMlflow fake) {
        assertThat(fake.store.run("a").metrics).hasSize(1);
        assertThat(fake.store.run("a").status).isEqualTo("FINISHED");
        assertThat(fake.store.artifacts.keySet()).anyMatch(name -> name.endsWith("report.html"));
    }

    @ParameterizedTest
    @CsvSource({
        // printf ada:lovelace | base64
        "ada, lovelace, '', Basic YWRhOmxvdmVsYWNl",
        "'', '', t0ken, Bearer t0ken"
    })
    void a_login_is_shown_with_every_request(String user, String password, String token, String header)
            throws IOException {
        try (FakeMlflow fake = FakeMlflow.started();
                MlflowTracker tracker = tracker(
                        fake,
                        Map.of(
                                "MLFLOW_TRACKING_USERNAME", user,
                                "MLFLOW_TRACKING_PASSWORD", password,
                                "MLFLOW_TRACKING_TOKEN", token))) {
            fake.login = Optional.of(header);
            send(tracker);

            assertArrived(fake);
        }
    }

    @Test
    void a_server_may_live_under_a_path() throws IOException {
        try (FakeMlflow fake = FakeMlflow.started()) {
            fake.prefix = "/tools/mlflow";
            try (MlflowTracker tracker = tracker(fake, Map.of())) {
                send(tracker);
            }

            assertArrived(fake);
        }
    }

    @Test
    void a_server_that_does_not_pass_artifacts_on_stores_them_itself() throws IOException {
        try (FakeMlflow fake = FakeMlflow.started();
                MlflowTracker tracker = tracker(fake, Map.of())) {
            fake.store.artifactRoot = "/srv/artifacts/";
            send(tracker);

            assertThat(fake.store.artifacts)
                    .containsOnlyKeys("run_uuid=" + fake.store.run("a").id + "&path=report.html");
        }
    }

    /** A key that nobody vouches for, as a server in the next room has it. */
    private SSLContext ownKey() throws Exception {
        Path store = folder.resolve("key.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-alias",
                        "fake",
                        "-dname",
                        "CN=elsewhere",
                        "-storepass",
                        "secret",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "secret".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused_with_the_remedy() throws Exception {
        try (FakeMlflow fake = FakeMlflow.started(ownKey());
                MlflowTracker tracker = tracker(fake, Map.of())) {
            assertThatThrownBy(() -> tracker.begun(RUN))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("certificate is not trusted")
                    .hasMessageContaining("-Djavax.net.ssl.trustStore=")
                    .hasMessageContaining("MLFLOW_TRACKING_INSECURE_TLS=true");
        }
    }

    @Test
    void a_user_may_ask_for_any_certificate_to_do() throws Exception {
        try (FakeMlflow fake = FakeMlflow.started(ownKey());
                MlflowTracker tracker = tracker(fake, Map.of("MLFLOW_TRACKING_INSECURE_TLS", "true"))) {
            send(tracker);

            assertArrived(fake);
        }
    }

    @Test
    void everything_but_files_goes_through_mlflows_own_client() throws IOException {
        try (FakeMlflow fake = FakeMlflow.started();
                MlflowTracker tracker = tracker(fake, Map.of())) {
            send(tracker);

            // MLflow's client names itself; Java's own, which sends the files, is called Java-http-client.
            Map<Boolean, Integer> byClient = new TreeMap<>();
            for (String agent : fake.agents) {
                boolean file = agent.contains("mlflow-artifacts");
                assertThat(agent).matches(file ? ".* Java-http-client/.*" : ".* mlflow-java-client/.*");
                byClient.merge(file, 1, Integer::sum);
            }
            assertThat(byClient).containsEntry(true, 1).hasSize(2);
        }
    }
}
