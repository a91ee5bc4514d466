package org.gan4j.experiments.settings.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.IdentitySettings;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.settings.Resolver;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.ComparisonRuns;
import org.gan4j.experiments.store.RunFolder;

/** Experiments that were written down, built again and proven to be the same. */
public record RecordedExperiments(Resolver resolver) {
    /** Those that {@link ComparisonPlan#write} left in a folder, in order. */
    public List<Experiment> experiments(Path folder) {
        return ComparisonPlan.read(folder).stream()
                .map(file -> resolver.resolveOne(file.toString(), List.of()))
                .toList();
    }

    /** Returns the recorded outcome of a run; KILLED if the run never wrote one. */
    public Outcome outcome(RunFolder folder) {
        Experiment experiment = experiment(folder);
        return folder.ending()
                .map(ending -> new Outcome(
                        experiment,
                        folder.path(),
                        ending.status(),
                        ending.steps(),
                        ending.resumedFrom(),
                        ending.weights(),
                        ending.metrics(),
                        ending.samplesPerSecond(),
                        ending.reason()))
                .orElseGet(() -> new Outcome(
                        experiment,
                        folder.path(),
                        Status.KILLED,
                        0,
                        0,
                        "",
                        Map.of(),
                        0,
                        "it did not record how it ended"));
    }

    /**
     * The experiment of a run, to look at what the run has learned. Its parts may come from other jars than those that made it.
     * A setting that this version has and the run's did not takes its default, and does not belong to the experiment's identity.
     *
     * @throws InvalidInput if a setting is not what it was: a module is missing, or a part has other parameters
     */
    public Experiment experiment(RunFolder folder) {
        RunRecord record = folder.record();
        if (!record.kind().equals("run")) {
            String one = ComparisonRuns.of(folder)
                    .first()
                    .map(run -> ", such as " + run.path())
                    .orElse("");
            throw new InvalidInput(folder.path().toString(), "is a comparison; name one of its runs" + one);
        }
        Experiment experiment = resolved(folder, List.of());
        SortedMap<String, String> before = IdentitySettings.of(record.settings());
        SortedMap<String, String> now = IdentitySettings.of(experiment.settings());
        Set<String> since = new TreeSet<>(now.keySet());
        since.removeAll(before.keySet());
        if (!since.isEmpty()) {
            since.removeAll(resolver.keys(folder.experimentYaml().toString()));
            now.keySet().removeAll(since);
        }
        if (!before.equals(now)) {
            throw new InvalidInput(
                    folder.path().toString(),
                    "this is not the experiment that made the run: " + firstDifference(before, now));
        }
        return since.isEmpty() ? experiment : experiment.recordedWithout(since);
    }

    /**
     * The experiment of a run of which only the nets are used. A finite data set is not read; see {@link UnreadData}.
     *
     * @throws InvalidInput as {@link #experiment}
     */
    public Experiment withoutData(RunFolder folder) {
        return UnreadData.in(experiment(folder), folder.record());
    }

    /**
     * The experiment of a run that is to be resumed.
     *
     * @throws InvalidInput if a setting or the jar of a part is not what it was, or the run's version did not have a setting
     */
    public Experiment unchanged(RunFolder folder) {
        Experiment experiment = experiment(folder);
        RunRecord record = folder.record();
        if (!experiment.unrecorded().isEmpty()) {
            throw new InvalidInput(
                    folder.path().toString(),
                    "cannot be resumed: an earlier version made it, without "
                            + String.join(", ", new TreeSet<>(experiment.unrecorded()))
                            + ". Resume it with that version, or train anew");
        }
        if (!experiment.hash().equals(record.hash())) {
            throw new InvalidInput(
                    folder.path().toString(),
                    "cannot be resumed: " + JarChange.of(record, experiment)
                            + ". Resume it with the jars that made it, or train anew");
        }
        return experiment;
    }

    /**
     * The experiment of a run with another budget.
     *
     * @param budget the keys of a budget with their values, such as {@code steps=20000}
     * @throws InvalidInput if anything else would change, or the run is one of a comparison
     */
    public Experiment longer(RunFolder folder, List<String> budget) {
        for (String setting : budget) {
            if (!Experiment.BUDGET.contains(setting.replaceFirst("=.*", ""))) {
                throw new InvalidInput(
                        setting, "a run that is resumed takes another budget and nothing else: " + Experiment.BUDGET);
            }
        }
        if (!folder.record().parent().isEmpty()) {
            throw new InvalidInput(
                    folder.path().toString(),
                    "is one of a comparison, whose runs have one budget; compare anew with "
                            + String.join(" ", budget));
        }
        return resolved(folder, budget);
    }

    /** The budget stands in the run's record, which changes at once when a run is trained on. */
    private Experiment resolved(RunFolder folder, List<String> settings) {
        RunRecord record = folder.record();
        List<String> all = new ArrayList<>();
        for (String key : Experiment.BUDGET) {
            String value = record.settings().get(key);
            if (value != null && settings.stream().noneMatch(setting -> setting.startsWith(key + "="))) {
                all.add(key + "=" + value);
            }
        }
        all.addAll(settings);
        return resolver.resolveOne(folder.experimentYaml().toString(), all).named(record.experiment());
    }

    private static String firstDifference(SortedMap<String, String> before, SortedMap<String, String> now) {
        for (Map.Entry<String, String> setting : before.entrySet()) {
            String value = now.get(setting.getKey());
            if (!setting.getValue().equals(value)) {
                return setting.getKey() + " was " + setting.getValue() + " and is now " + value;
            }
        }
        return "it has keys that the run's record lacks";
    }
}
