package org.gan4j.experiments.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gan4j.api.experiment.Status;
import org.gan4j.experiments.mlflow.server.Address;
import org.gan4j.experiments.store.journal.Journal;
import org.gan4j.experiments.store.journal.Runs;
import org.gan4j.experiments.tracking.Sender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the server does, the run is recorded completely without it, and afterwards the server has each record once. */
@Timeout(120)
class OutageTest {
    private static final int STEPS = 50;

    @TempDir
    Path runs;

    private final Set<FakeStore.Point> recorded = new HashSet<>();

    private static Sender sender(FakeMlflow fake) {
        return Sender.start(
                List.of(new MlflowTracker(Optional.of(Address.of(fake.uri()).patient(Duration.ofMillis(500))))));
    }

    /** What the training thread does. It would not come back from a call that waited for a server that never answers. */
    private void train(Path folder) throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.begun(Runs.child(folder.getFileName().toString(), "p"));
            for (int step = 1; step <= STEPS; step++) {
                journal.measured(step, 1000 + step, Map.of("loss/d", 1.0 / step, "loss/g", (double) step));
                recorded.add(new FakeStore.Point("loss/d", 1000 + step, step, 1.0 / step));
                recorded.add(new FakeStore.Point("loss/g", 1000 + step, step, step));
            }
            Files.writeString(folder.resolve("report.html"), "<html>");
            journal.artifact("report.html", STEPS, 2000);
            journal.ended(Status.FINISHED, 3000);
            assertThat(journal.lost()).isZero();
        }
    }

    private void assertComplete(FakeMlflow fake, String uid) {
        FakeStore.Run run = fake.store.run(uid);
        assertThat(run.metrics).isEqualTo(recorded);
        assertThat(run.params).containsEntry("loss.class", "org.gan4j.losses.Minimax");
        assertThat(run.status).isEqualTo("FINISHED");
        assertThat(run.tags).containsEntry("mlflow.parentRunId", fake.store.run("p").id);
        assertThat(fake.store.artifacts).containsOnlyKeys("1/" + run.id + "/artifacts/report.html");
    }

    @ParameterizedTest
    @EnumSource(FakeMlflow.Fault.class)
    void a_server_in_trouble_gets_everything_once_when_it_is_well_again(FakeMlflow.Fault fault) throws IOException {
        try (FakeMlflow fake = FakeMlflow.started()) {
            fake.fault = fault;
            Path folder = runs.resolve("a");
            Sender sender = sender(fake);
            sender.follow(folder);
            train(folder);
            sender.close(Duration.ofMillis(700));

            if (fault == FakeMlflow.Fault.HANG) {
                fake.stop();
                fake.start();
            }
            fake.awaitQuiet();
            fake.fault = FakeMlflow.Fault.NONE;
            Sender later = sender(fake);
            later.follow(folder);
            later.close(Duration.ofSeconds(30));

            assertComplete(fake, "a");
        }
    }

    @Test
    void a_server_that_is_not_there_gets_everything_when_it_comes() throws IOException {
        FakeMlflow fake = FakeMlflow.started();
        fake.stop();
        Path folder = runs.resolve("a");
        Sender sender = sender(fake);
        sender.follow(folder);
        train(folder);
        fake.start();
        sender.close(Duration.ofSeconds(30));

        assertComplete(fake, "a");
        fake.close();
    }

    @Test
    void a_server_that_lost_its_memory_gets_everything_again() throws IOException {
        try (FakeMlflow fake = FakeMlflow.started()) {
            Path folder = runs.resolve("a");
            train(folder);
            Sender.start(folder, List.of(new MlflowTracker(fake.uri()))).close(Duration.ofSeconds(30));
            fake.store.clear();
            try (Journal journal = Journal.open(folder)) {
                journal.begun(Runs.child("a", "p"));
                journal.ended(Status.FINISHED, 4000);
            }
            Sender.start(folder, List.of(new MlflowTracker(fake.uri()))).close(Duration.ofSeconds(30));

            assertComplete(fake, "a");
        }
    }
}
