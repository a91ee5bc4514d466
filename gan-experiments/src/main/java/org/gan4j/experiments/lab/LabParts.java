package org.gan4j.experiments.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Generator;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.settings.overlay.FlatSettings;
import org.gan4j.registry.Extensions;
import org.jspecify.annotations.Nullable;

/**
 * Makes experiments of others, with parts that are at hand.
 *
 * @param extensions all parts, those of plug-ins too
 */
public record LabParts(Extensions extensions) {
    /** The parts that the page offers, in its order. */
    static final List<ExtensionPoint<?>> POINTS = List.of(
            Loss.POINT,
            Dataset.POINT,
            Prior.POINT,
            Generator.POINT,
            Discriminator.POINT,
            Optimizer.POINT,
            Schedule.POINT);

    static final String BATCH = "batch";
    private static final String RATE = "rate.";
    private static final String EACH = "each";

    /**
     * Returns an experiment with other settings. A part that gets another name has none of the parameters of the one before it. The
     * setting {@code rate.discriminator} is the learning rate of this player alone, likewise {@code rate.generator}.
     *
     * @throws InvalidInput with all that does not fit together
     */
    Experiment changed(Experiment before, Map<String, String> settings) {
        SortedMap<String, String> given = withRates(before, settings);
        Problems problems = new Problems();
        ExperimentBuilder builder = before.toBuilder();
        for (ExtensionPoint<?> point : POINTS) {
            SortedMap<String, String> own = below(point.id(), given);
            given.keySet().removeAll(own.keySet());
            if (!own.isEmpty()) {
                Object part = part(point, settings(point.id(), before, own), problems);
                builder = part == null ? builder : builder.with(part);
            }
        }
        String batch = given.remove(BATCH);
        builder = batch == null ? builder : builder.batch(number(batch, problems));
        given.keySet().forEach(key -> problems.add(key, "the lab changes " + changeable() + ", and no '" + key + "'"));
        problems.throwIfAny();
        boolean otherData = !below(Dataset.POINT.id(), new TreeMap<>(settings)).isEmpty();
        return (otherData ? builder.metrics() : builder).build();
    }

    private static String changeable() {
        return String.join(", ", POINTS.stream().map(ExtensionPoint::id).toList()) + " and " + BATCH;
    }

    private static int number(String batch, Problems problems) {
        try {
            return Integer.parseInt(batch.strip());
        } catch (NumberFormatException e) {
            problems.add(BATCH, "'batch' takes a whole number, not '" + batch + "'");
            return 1;
        }
    }

    private <P> @Nullable P part(ExtensionPoint<P> point, Map<String, Setting> settings, Problems problems) {
        return extensions
                .part(
                        point,
                        point.id(),
                        new FlatSettings(settings).nested(point.id()).orElseThrow(),
                        problems)
                .map(Part::value)
                .orElse(null);
    }

    /** Returns the settings of one part: those before it, but for what was replaced, and those that are given. */
    private static Map<String, Setting> settings(String point, Experiment before, Map<String, String> given) {
        Map<String, String> all = new LinkedHashMap<>(below(point, before.settings()));
        given.keySet().forEach(key -> all.keySet().removeIf(old -> old.startsWith(key + ".")));
        all.putAll(given);
        Map<String, Setting> settings = new LinkedHashMap<>();
        all.forEach((key, text) -> settings.put(key, Setting.parse(text, key)));
        return settings;
    }

    private static SortedMap<String, String> below(String point, Map<String, String> settings) {
        SortedMap<String, String> below = new TreeMap<>(settings);
        below.keySet().removeIf(key -> !key.equals(point) && !key.startsWith(point + "."));
        return below;
    }

    /** Writes rates of one player as parameters of a rule for each player. */
    private static SortedMap<String, String> withRates(Experiment before, Map<String, String> settings) {
        SortedMap<String, String> given = new TreeMap<>(settings);
        SortedMap<String, String> rates = new TreeMap<>(given);
        rates.keySet().removeIf(key -> !key.startsWith(RATE));
        if (rates.isEmpty()) {
            return given;
        }
        given.keySet().removeAll(rates.keySet());
        String optimizer = Optimizer.POINT.id();
        if (!before.parts().optimizer().name().equals(EACH) || given.containsKey(optimizer)) {
            SortedMap<String, String> rule =
                    given.containsKey(optimizer) ? below(optimizer, given) : below(optimizer, before.settings());
            given.keySet().removeAll(rule.keySet());
            given.put(optimizer, EACH);
            for (Player player : Player.values()) {
                rule.forEach(
                        (key, text) -> given.put(optimizer + "." + player + key.substring(optimizer.length()), text));
            }
        }
        rates.forEach((key, text) -> given.put(optimizer + "." + key.substring(RATE.length()) + ".rate", text));
        return given;
    }
}
