package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.IdentitySettings;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.settings.Resolver;
import org.gan4j.experiments.settings.keys.Keys;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a version whose parts lacked a parameter that they have now. */
class EarlierRunsTest {
    @TempDir
    Path home;

    private final Map<Path, String> written = new HashMap<>();
    private RunFolder folder;
    private SortedMap<String, String> settings;

    @BeforeEach
    void train() {
        Experiment experiment = new SmallRuns(home)
                .experiments("metrics=[wasserstein,modes]", "terms=[r1]", "optimizer=adam", "prior=gaussian")
                .get(0);
        folder = RunFolder.open(SmallRuns.runner().run(experiment).folder());
        settings = experiment.settings();
    }

    /** Returns the parameters of parts that have their defaults, so that a file without them means the same. */
    private List<String> defaults() throws IOException {
        List<String> keys = new ArrayList<>();
        Path file = home.resolve("without.yaml");
        for (String key : settings.keySet()) {
            if (key.contains(".") && Keys.isPart(key.substring(0, key.indexOf('.')))) {
                Files.writeString(file, without(key, Files.readString(folder.experimentYaml())));
                if (resolved(file).equals(settings)) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    /** Returns the settings of a file; none where a parameter that has no default is missing. */
    private static SortedMap<String, String> resolved(Path file) {
        try {
            return Extensions.onClassPath()
                    .instance(Resolver.class)
                    .resolveOne(file.toString(), List.of())
                    .settings();
        } catch (InvalidInput e) {
            return new TreeMap<>();
        }
    }

    private static String without(String key, String yaml) {
        return yaml.replaceFirst("(?m)^" + Pattern.quote(key) + ": .*\\n", "");
    }

    private void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        write(file, text.replace(from, to));
    }

    private void write(Path file, String text) throws IOException {
        written.putIfAbsent(file, Files.readString(file));
        Files.writeString(file, text);
    }

    private void becomeNow() throws IOException {
        for (Map.Entry<Path, String> file : written.entrySet()) {
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    private static String hash(SortedMap<String, String> settings, boolean ofTraining) {
        SortedMap<String, String> identity = IdentitySettings.of(settings);
        if (ofTraining) {
            identity.keySet().removeAll(Experiment.BUDGET);
        }
        return IdentitySettings.hash(identity);
    }

    /** Makes the run one that was recorded without a parameter: in its file, its record, its hashes. */
    private void becomeEarlier(String key) throws IOException {
        SortedMap<String, String> earlier = new TreeMap<>(settings);
        earlier.remove(key);
        write(folder.experimentYaml(), without(key, Files.readString(folder.experimentYaml())));
        String record = Files.readString(folder.runJson());
        String shorter = record.replaceFirst("\"" + Pattern.quote(key) + "\" : \"[^\"]*\",?", "")
                .replaceFirst(",(\\s*})", "$1");
        assertThat(shorter).isNotEqualTo(record);
        write(folder.runJson(), shorter);
        edit(folder.runJson(), hash(settings, false), hash(earlier, false));
        for (long step : folder.checkpointSteps()) {
            edit(folder.checkpoint(step).resolve("manifest.json"), hash(settings, true), hash(earlier, true));
        }
    }

    @Test
    void whichever_parameter_is_new_the_run_opens_with_its_default_and_is_not_resumed() throws IOException {
        List<String> keys = defaults();
        assertThat(keys)
                .contains("metrics.wasserstein.samples", "metrics.modes.share", "terms.r1.interval", "optimizer.beta1");
        for (String key : keys) {
            becomeEarlier(key);
            try (ReopenedRun opened = SmallRuns.runner().open(folder)) {
                assertThat(opened.run().step()).as(key).isEqualTo(7);
                assertThat(opened.experiment().settings()).isEqualTo(settings);
                assertThat(opened.experiment().hash()).isEqualTo(folder.record().hash());
            }
            assertThatThrownBy(() -> SmallRuns.runner().resume(folder))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("cannot be resumed: an earlier version made it, without " + key + ". ");
            becomeNow();
        }
    }

    @Test
    void a_parameter_that_was_written_into_the_file_later_is_another_experiment() throws IOException {
        becomeEarlier("metrics.modes.share");
        Files.writeString(
                folder.experimentYaml(), Files.readString(folder.experimentYaml()) + "metrics.modes.share: 0.1\n");
        assertThatThrownBy(() -> SmallRuns.runner().open(folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("this is not the experiment that made the run");
    }

    @Test
    void another_value_in_the_file_is_another_experiment() throws IOException {
        edit(folder.experimentYaml(), "prior.size: " + settings.get("prior.size"), "prior.size: 77");
        assertThatThrownBy(() -> SmallRuns.runner().open(folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("prior.size was " + settings.get("prior.size") + " and is now 77");
    }
}
