package org.gan4j.experiments.settings.experiment;

import java.util.Optional;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Numbers;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.settings.fit.ExperimentCheck;
import org.gan4j.experiments.settings.keys.Keys;
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
public record ExperimentFactory(
        Extensions extensions, String origin, String name, FlatSettings given, Problems problems) {
    /** The experiment; empty, with problems added, if there are mistakes. */
    public Optional<Experiment> experiment() {
        int before = problems.list().size();
        reportUnknownKeys();
        checkName();
        Optional<Experiment.Parts> parts = new PartsBinder(extensions, origin, given, problems).bind();
        Optional<Numbers> numbers = new RunNumbers(given, problems).read();
        ExperimentCheck check = new ExperimentCheck(
                new ExperimentCheck.Places(origin, key -> given.where(key, origin), key -> given.whereLast(key, key)),
                problems);
        numbers.ifPresent(check::numbers);
        numbers.ifPresent(present -> parts.ifPresent(all -> {
            check.epochs(all, present.budget());
            check.best(all, present.cadence().keeping());
        }));
        parts.ifPresent(check::shapes);
        parts.ifPresent(check::metrics);
        if (problems.list().size() > before) {
            return Optional.empty();
        }
        return Optional.of(Experiment.of(
                given.text("name").orElse(name),
                parts.orElseThrow(),
                numbers.orElseThrow(),
                new BuilderRules(extensions)));
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
                PartKeys parts = new PartKeys(extensions, given);
                String hint = Nearest.below(key, parts.all())
                        .or(() -> parts.beside(key))
                        .orElseGet(() -> Nearest.hint(key, Keys.names()));
                problems.add(setting.where(), "unknown key '" + key + "', " + hint);
            }
        });
    }

    /** The name is that of a folder. */
    private void checkName() {
        Setting written = given.values().get("name");
        if (written != null
                && !BuilderRules.NAME.matcher(SettingText.of(written)).matches()) {
            problems.add(
                    written.where(), "'name' takes letters, digits and . _ -, not '" + SettingText.of(written) + "'");
        }
    }
}
