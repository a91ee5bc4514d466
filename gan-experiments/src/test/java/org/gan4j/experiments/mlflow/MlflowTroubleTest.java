package org.gan4j.experiments.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gan4j.api.track.Observation;
import org.gan4j.api.track.RunRecord;
import org.gan4j.api.track.TryLater;
import org.gan4j.experiments.mlflow.server.Address;
import org.gan4j.experiments.store.journal.Runs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests what happens to records that a server refuses, loses, or never answers. */
@Timeout(60)
class MlflowTroubleTest {
    @TempDir
    Path folder;

    private FakeMlflow fake;
    private MlflowTracker tracker;

    @BeforeEach
    void start() throws IOException {
        fake = FakeMlflow.started();
        tracker = tracker();
    }

    @AfterEach
    void stop() {
        tracker.close();
        fake.close();
    }

    private MlflowTracker tracker() {
        return new MlflowTracker(Optional.of(Address.of(fake.uri()).patient(Duration.ofSeconds(5))));
    }

    @Test
    void a_deleted_experiment_or_run_comes_back() throws IOException {
        RunRecord run = Runs.run("a");
        tracker.begun(run);
        fake.store.experiments.put("ring", "deleted");
        fake.store.run("a").stage = "deleted";
        try (MlflowTracker later = tracker()) {
            later.begun(run);
        }

        assertThat(fake.store.experiments).containsEntry("ring", "active");
        assertThat(fake.store.run("a").params).containsEntry("loss", "minimax");
    }

    @Test
    void what_the_server_refuses_is_left_out_and_the_rest_gets_there() throws IOException {
        RunRecord run = Runs.run("a");
        tracker.begun(run);
        RunRecord changed = new RunRecord(
                run.uid(),
                run.parent(),
                run.kind(),
                run.experiment(),
                run.name(),
                run.hash(),
                new TreeMap<>(Map.of("seed", "2", "zeta", "new")),
                run.parts(),
                run.data(),
                run.plugins(),
                run.versions(),
                run.commit(),
                run.device(),
                run.seed(),
                run.started(),
                List.of());
        tracker.begun(changed);

        assertThat(fake.store.run("a").params).containsEntry("seed", "1").containsEntry("zeta", "new");
        assertThat(tracker.refused())
                .singleElement()
                .asString()
                .contains("seed", "Changing param values is not allowed");
        assertThat(tracker.refused()).isEmpty();
    }

    @Test
    void an_empty_run_that_a_late_request_left_goes_and_the_one_with_content_stays() throws IOException {
        tracker.begun(Runs.run("a"));
        String ours = fake.store.run("a").id;
        // Sorts before the one with content, so that it is not kept by chance.
        FakeStore.Run late = new FakeStore.Run("aa");
        late.tags.put("gan4j.uid", "a");
        fake.store.runs.put("aa", late);
        try (MlflowTracker later = tracker()) {
            later.begun(Runs.run("a"));
        }

        assertThat(late.stage).isEqualTo("deleted");
        assertThat(fake.store.run("a").id).isEqualTo(ours);
    }

    @Test
    void it_knows_whether_the_server_still_has_a_run() throws IOException {
        tracker.begun(Runs.run("a"));

        assertThat(tracker.holds(Runs.run("a"))).isTrue();
        fake.store.runs.clear();
        assertThat(tracker.holds(Runs.run("a"))).isFalse();
    }

    @Test
    void a_missing_login_is_explained() {
        fake.fault = FakeMlflow.Fault.LOGIN;

        assertThatThrownBy(() -> tracker.begun(Runs.run("a")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("MLFLOW_TRACKING_USERNAME")
                .hasMessageContaining("MLFLOW_TRACKING_TOKEN");
    }

    @Test
    void a_server_that_does_not_answer_is_left_after_a_while_and_asked_anew() throws IOException {
        try (MlflowTracker hasty =
                new MlflowTracker(Optional.of(Address.of(fake.uri()).patient(Duration.ofMillis(300))))) {
            fake.fault = FakeMlflow.Fault.HANG;
            assertThatThrownBy(() -> hasty.begun(Runs.run("a")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no answer within");

            fake.fault = FakeMlflow.Fault.NONE;
            hasty.begun(Runs.run("a"));
        }
        assertThat(fake.store.run("a").params).containsEntry("loss", "minimax");
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeMlflow.Fault.class,
            names = {"TOO_MANY", "UNAVAILABLE"})
    void a_server_that_says_when_to_come_back_is_left_alone_so_long(FakeMlflow.Fault fault) throws IOException {
        Path file = Files.writeString(folder.resolve("report.html"), "<html>");
        RunRecord run = Runs.run("a");
        try (MlflowTracker hasty =
                new MlflowTracker(Optional.of(Address.of(fake.uri()).patient(Duration.ofMillis(500))))) {
            hasty.begun(run);
            fake.fault = fault;
            fake.retryAfter = Optional.of("7");

            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> hasty.holds(run), () -> hasty.artifact(run, "report.html", file, 1, 1))) {
                assertThatThrownBy(call).isInstanceOfSatisfying(TryLater.class, later -> assertThat(later.after())
                        .isEqualTo(Duration.ofSeconds(7)));
            }
        }
    }

    @Test
    void of_a_thousand_values_the_one_that_is_refused_is_left_out_and_the_others_get_there() throws IOException {
        RunRecord run = Runs.run("a");
        tracker.begun(run);
        for (int step = 1; step <= 1000; step++) {
            // No server takes a time before 1970.
            tracker.measured(run, Observation.of(step, step == 617 ? -1 : step, Map.of("loss/d", (double) step)));
        }
        tracker.flush();

        assertThat(fake.store.run("a").metrics).hasSize(999).noneMatch(point -> point.step() == 617);
    }

    @Test
    void a_damaged_picture_is_a_file_like_others_and_stops_nothing() throws IOException {
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0};
        Path picture = Files.write(folder.resolve("step-000000010.png"), signature);

        tracker.artifact(Runs.run("a"), "artifacts/samples/step-000000010.png", picture, 10, 1234);

        assertThat(fake.store.artifacts)
                .containsOnlyKeys("1/" + fake.store.run("a").id + "/artifacts/artifacts/samples/step-000000010.png");
    }
}
