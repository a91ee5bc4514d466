package org.gan4j.experiments.settings;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gan4j.api.Dataset;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.run.Experiment;
import org.gan4j.api.train.Player;
import org.gan4j.binding.RecordBinder;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.settings.keys.Keys;
import org.gan4j.experiments.settings.keys.RunSettings;
import org.gan4j.experiments.settings.overlay.FlatSettings;
import org.gan4j.experiments.settings.overlay.SettingText;
import org.gan4j.registry.Extensions;

/**
 * Builds one experiment.
 *
 * @param origin   the recipe or file, for messages
 * @param name     the experiment's name where the settings give none
 * @param given    settings with one value a key
 * @param problems where mistakes go
 */
record ExperimentFactory(Extensions extensions, String origin, String name, FlatSettings given, Problems problems) {
    private static final Pattern DEVICE = Pattern.compile("auto|cpu|gpu:\\d{1,3}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** The experiment; empty, with problems added, if there are mistakes. */
    Optional<Experiment> experiment() {
        int before = problems.list().size();
        reportUnknownKeys();
        checkName();
        SortedMap<String, String> settings = new TreeMap<>();
        Optional<Experiment.Parts> parts = new PartsBinder(extensions, origin, given, problems).bind(settings);
        Optional<RunSettings> numbers = bind(RunSettings.class, "", settings);
        Optional<RunSettings.Eval> eval = bind(RunSettings.Eval.class, "eval", settings);
        Optional<RunSettings.Costly> costly = bind(RunSettings.Costly.class, "costly", settings);
        Optional<RunSettings.Report> report = bind(RunSettings.Report.class, "report", settings);
        Optional<RunSettings.Checkpoint> checkpoint = bind(RunSettings.Checkpoint.class, "checkpoint", settings);
        numbers.ifPresent(this::checkDevice);
        numbers.ifPresent(present -> checkLimits(present, parts));
        parts.ifPresent(present -> ShapeCheck.check(present, given, problems));
        if (problems.list().size() > before) {
            return Optional.empty();
        }
        RunSettings n = numbers.orElseThrow();
        settings.put(
                "modules",
                "[" + String.join(",", new TreeSet<>(extensions.swaps().values())) + "]");
        return Optional.of(new Experiment(
                given.text("name").orElse(name),
                parts.orElseThrow(),
                n.seed(),
                n.batch(),
                new Experiment.Budget(n.steps(), n.epochs(), n.minutes()),
                new Experiment.Cadence(
                        eval.orElseThrow().every(),
                        costly.orElseThrow().every(),
                        report.orElseThrow().every(),
                        checkpoint.orElseThrow().every()),
                n.device(),
                n.runs(),
                settings));
    }

    private void reportUnknownKeys() {
        given.values().forEach((key, setting) -> {
            boolean parameter = key.contains(".") && Keys.isPart(key.substring(0, key.indexOf('.')));
            if (key.startsWith("tune.")) {
                problems.add(
                        setting.where(),
                        "'" + key + "' belongs to the command line of gan compare, which tries rates for each arm;"
                                + " a single run takes one, as optimizer.rate=0.001");
            } else if (!parameter && !key.equals("name") && !Keys.names().contains(key)) {
                String hint = Nearest.below(key, new PartKeys(extensions, given).all())
                        .orElseGet(() -> Nearest.hint(key, Keys.names()));
                problems.add(setting.where(), "unknown key '" + key + "', " + hint);
            }
        });
    }

    private <R> Optional<R> bind(Class<R> type, String group, SortedMap<String, String> settings) {
        Optional<RecordBinder.Bound<R>> bound =
                RecordBinder.plain().bind(type, group, given.parametersOf(type, group), problems);
        String prefix = group.isEmpty() ? "" : group + ".";
        bound.ifPresent(present -> present.parameters().forEach((key, text) -> settings.put(prefix + key, text)));
        return bound.map(RecordBinder.Bound::value);
    }

    /** The name is that of a folder. */
    private void checkName() {
        Setting written = given.values().get("name");
        if (written != null && !NAME.matcher(SettingText.of(written)).matches()) {
            problems.add(
                    written.where(), "'name' takes letters, digits and . _ -, not '" + SettingText.of(written) + "'");
        }
    }

    private void checkDevice(RunSettings numbers) {
        if (!DEVICE.matcher(numbers.device()).matches()) {
            problems.add(
                    given.where("device", origin), "'device' takes auto, cpu or gpu:N, not '" + numbers.device() + "'");
        }
    }

    private void checkLimits(RunSettings numbers, Optional<Experiment.Parts> parts) {
        if (numbers.steps() == 0 && numbers.epochs() == 0 && numbers.minutes() == 0) {
            problems.add(origin, "nothing ends the run: set steps, epochs or minutes to more than 0");
        }
        boolean endless = parts.isPresent() && parts.get().dataset().value() instanceof Dataset.Sampler;
        if (endless && numbers.epochs() > 0) {
            problems.add(
                    given.where("epochs", origin),
                    "dataset '" + parts.get().dataset().name()
                            + "' is endless, so it has no epochs; set steps or minutes");
        }
        if (numbers.epochs() > 0
                && parts.isPresent()
                && parts.get().schedule().value().rests().stream()
                        .anyMatch(rest -> rest.player() == Player.DISCRIMINATOR)) {
            problems.add(
                    given.where("epochs", origin),
                    "the discriminator of schedule '" + parts.get().schedule().name()
                            + "' rests in some steps, so epochs are no count of steps; set steps or minutes");
        }
    }
}
