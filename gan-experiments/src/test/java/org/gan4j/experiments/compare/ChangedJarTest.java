package org.gan4j.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.OwnLoss;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.IdentitySettings;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.ExperimentsModule;
import org.gan4j.experiments.run.FakeBackend;
import org.gan4j.experiments.run.Games;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.registry.Extensions;
import org.gan4j.registry.Plugin;
import org.gan4j.standard.StandardModule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose loss came from a plug-in's jar that is another now. */
class ChangedJarTest {
    @TempDir
    private Path runs;

    private final LocalRunner runner = Extensions.of(
                    List.of(
                            new Plugin(new StandardModule()),
                            new Plugin(new ExperimentsModule()),
                            new Plugin(new FakeBackend.Module()),
                            new Plugin(new Own())),
                    List.of(),
                    List.of())
            .instance(LocalRunner.class);

    private RunFolder folder;
    private Experiment experiment;

    static final class Own extends GanModule {
        @Override
        protected void configure() {
            loss("own", OwnLoss.class);
        }
    }

    @BeforeEach
    void train() {
        List<String> settings = new Games(runs).settings("loss=own");
        Outcome outcome = runner.run(
                runner.resolve("gaussian-1d", settings.toArray(String[]::new)).get(0));
        folder = new RunFolder(outcome.folder());
        experiment = outcome.experiment();
    }

    private void record(String hash, String jar) {
        RunRecord old = folder.record();
        List<RunRecord.PartRecord> parts = old.parts().stream()
                .map(part -> part.key().equals("loss")
                        ? new RunRecord.PartRecord(part.key(), part.name(), part.type(), part.module(), jar)
                        : part)
                .toList();
        folder.write(new RunRecord(
                old.uid(),
                old.parent(),
                old.kind(),
                old.experiment(),
                old.name(),
                hash,
                old.settings(),
                parts,
                old.data(),
                old.plugins(),
                old.versions(),
                old.commit(),
                old.device(),
                old.seed(),
                old.started(),
                old.metrics()));
    }

    @Test
    void a_run_whose_jar_is_the_same_is_resumed() {
        assertThatCode(() -> runner.resume(folder)).doesNotThrowAnyException();
    }

    @Test
    void a_rebuilt_jar_is_noticed_when_the_run_is_resumed() {
        SortedMap<String, String> identity = experiment.identity();
        identity.put("loss.jar", "abc");
        record(IdentitySettings.hash(identity), "abc");
        assertThatThrownBy(() -> runner.resume(folder))
                .hasMessageContaining(
                        "cannot be resumed: the jar of 'loss' changed since: its SHA-256 was abc and is now "
                                + experiment.jars().get("loss"));
        runner.open(folder).close();
    }

    @Test
    void a_run_of_an_earlier_build_can_be_looked_at_and_not_resumed() {
        record(
                IdentitySettings.hash(IdentitySettings.of(experiment.settings())),
                experiment.jars().get("loss"));
        assertThatThrownBy(() -> runner.resume(folder))
                .hasMessageContaining("an earlier build of gan4j recorded it")
                .hasMessageContaining("'loss' came from one");
        assertThat(runner.open(folder).experiment()).isEqualTo(experiment);
    }
}
