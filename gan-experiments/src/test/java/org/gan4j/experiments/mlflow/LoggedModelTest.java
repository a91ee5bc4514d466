package org.gan4j.experiments.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.mlflow.server.Address;
import org.gan4j.experiments.store.journal.Runs;
import org.gan4j.experiments.store.model.ModelFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests what a run's {@code artifacts/model/} becomes on the server. */
@Timeout(60)
class LoggedModelTest {
    private static final RunRecord RUN = Runs.run("a");

    @TempDir
    Path folder;

    private FakeMlflow fake;
    private MlflowTracker tracker;

    @BeforeEach
    void start() throws IOException {
        fake = FakeMlflow.started();
        tracker = new MlflowTracker(Optional.of(Address.of(fake.uri()).patient(Duration.ofSeconds(5))));
        tracker.begun(RUN);
    }

    @AfterEach
    void stop() {
        tracker.close();
        fake.close();
    }

    /** Writes and delivers a generator of that uuid. */
    private void deliver(String uuid) throws IOException {
        Files.createDirectories(folder.resolve("artifacts/model"));
        Files.writeString(folder.resolve("artifacts/model/weights"), "of " + uuid);
        Files.writeString(folder.resolve("artifacts/model/MLmodel"), "model_uuid: " + uuid + "\n");
        for (String name : new String[] {"weights", "MLmodel"}) {
            tracker.artifact(RUN, ModelFolder.PLACE + name, folder.resolve(ModelFolder.PLACE + name), 7, 1000);
        }
    }

    private FakeModels.Model only() {
        assertThat(fake.store.models.models).hasSize(1);
        return fake.store.models.models.values().iterator().next();
    }

    private String stored(String path) {
        return new String(fake.store.artifacts.get(path), StandardCharsets.UTF_8);
    }

    @Test
    void a_generator_is_a_model_that_names_its_run_and_not_among_the_runs_files() throws IOException {
        deliver("u1");

        FakeModels.Model model = only();
        String run = fake.store.run("a").id;
        assertThat(model.status).isEqualTo("LOGGED_MODEL_READY");
        assertThat(model.tags).isEqualTo(Map.of("gan4j.uid", "a", "gan4j.model", "u1"));
        assertThat(fake.store.models.links).isEqualTo(Map.of(run + " " + model.id, 7L));
        assertThat(fake.store.artifacts).hasSize(2);
        assertThat(stored("1/models/" + model.id + "/artifacts/weights")).isEqualTo("of u1");
        assertThat(stored("1/models/" + model.id + "/artifacts/MLmodel"))
                .isEqualTo("model_uuid: u1\nmodel_id: " + model.id + "\nrun_id: " + run + "\n");
    }

    @Test
    void whichever_answer_is_lost_there_is_one_model_in_the_end() throws IOException {
        int before = fake.store.requests.size();
        deliver("u0");
        int requests = fake.store.requests.size() - before;
        // The run, the search, the creation, the search after it, two files, ready, the run, the link.
        assertThat(requests).isEqualTo(9);
        List<Integer> told = new ArrayList<>();
        for (int lost = 0; lost < requests; lost++) {
            fake.store.models.clear();
            AtomicInteger left = new AtomicInteger(lost);
            fake.plan = () -> left.getAndDecrement() == 0 ? FakeMlflow.Fault.DROP_AFTER_COMMIT : FakeMlflow.Fault.NONE;
            try {
                deliver("u1");
            } catch (IOException e) {
                told.add(lost);
                deliver("u1");
            }
            assertThat(only().status).isEqualTo("LOGGED_MODEL_READY");
            assertThat(fake.store.models.links).hasSize(1);
        }
        // Java asks for the run a second time by itself, and whether the link was made is asked for at once.
        assertThat(told).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void a_model_that_was_created_behind_its_creators_back_goes() throws IOException {
        deliver("u1");
        FakeModels.Model late = new FakeModels.Model("m-9");
        late.tags.putAll(only().tags);
        fake.store.models.models.put(late.id, late);
        deliver("u1");

        assertThat(only().id).isNotEqualTo(late.id);
    }

    @Test
    void of_a_run_that_goes_on_the_earlier_model_stays_exactly_if_it_is_ready_and_linked() throws IOException {
        deliver("u0");
        int before = fake.store.requests.size();
        fake.store.models.clear();
        deliver("u1");
        int requests = fake.store.requests.size() - before;
        for (int last = 0; last <= requests; last++) {
            fake.store.models.clear();
            AtomicInteger left = new AtomicInteger(last);
            fake.plan = () -> left.getAndDecrement() > 0 ? FakeMlflow.Fault.NONE : FakeMlflow.Fault.RESET;
            boolean whole = true;
            try {
                deliver("u1");
            } catch (IOException e) {
                whole = false;
            }
            fake.plan = () -> FakeMlflow.Fault.NONE;
            deliver("u2");

            // The last request is the link.
            assertThat(whole).isEqualTo(last == requests);
            assertThat(fake.store.models.models.values())
                    .extracting(model -> model.tags.get("gan4j.model"))
                    .containsExactlyElementsOf(whole ? List.of("u1", "u2") : List.of("u2"));
            assertThat(fake.store.models.links).hasSize(whole ? 2 : 1);
        }
    }

    @Test
    void a_server_that_knows_no_models_has_it_among_the_runs_files() throws IOException {
        fake.store.models.known = false;
        deliver("u1");

        String root = "1/" + fake.store.run("a").id + "/artifacts/artifacts/model/";
        assertThat(fake.store.artifacts).containsOnlyKeys(root + "MLmodel", root + "weights");
        assertThat(stored(root + "MLmodel")).isEqualTo("model_uuid: u1\n");
    }
}
