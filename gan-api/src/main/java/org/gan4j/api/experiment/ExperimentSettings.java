package org.gan4j.api.experiment;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.api.part.Part;
import org.gan4j.binding.NamesApart;
import org.gan4j.binding.Scalars;

/** Writes the parts and numbers of an experiment as settings. */
final class ExperimentSettings {
    private ExperimentSettings() {}

    static SortedMap<String, String> of(Experiment.Parts parts, Numbers numbers) {
        SortedMap<String, String> settings = new TreeMap<>();
        parts.ones().forEach(part -> settings.putAll(part.settings()));
        putList("metrics", parts.metrics(), settings);
        putList("terms", parts.terms(), settings);
        putList("probes", parts.probes(), settings);
        settings.put("modules", modules(parts));
        settings.put("seed", Scalars.write(numbers.seed()));
        settings.put("batch", Scalars.write(numbers.batch()));
        settings.put("steps", Scalars.write(numbers.budget().steps()));
        settings.put("epochs", Scalars.write(numbers.budget().epochs()));
        settings.put("minutes", Scalars.write(numbers.budget().minutes()));
        settings.put("eval.every", Scalars.write(numbers.cadence().eval()));
        settings.put("costly.every", Scalars.write(numbers.cadence().costly()));
        settings.put("report.every", Scalars.write(numbers.cadence().report()));
        settings.put("checkpoint.every", Scalars.write(numbers.cadence().checkpoint()));
        settings.put(
                "checkpoint.keep", Scalars.write(numbers.cadence().keeping().last()));
        settings.put(
                "checkpoint.permanent",
                Scalars.write(numbers.cadence().keeping().permanent()));
        settings.put(
                "checkpoint.best", Scalars.write(numbers.cadence().keeping().best()));
        settings.put("on-nan", Scalars.write(numbers.onNan()));
        settings.put("precision", Scalars.write(numbers.arithmetic().precision()));
        settings.put("precision.force", Scalars.write(numbers.arithmetic().force()));
        settings.put("device", Scalars.write(numbers.device()));
        settings.put("runs", Scalars.write(numbers.runs()));
        return settings;
    }

    private static void putList(String key, List<? extends Part<?>> parts, SortedMap<String, String> settings) {
        settings.put(
                key,
                parts.stream()
                        .map(part -> NamesApart.hasParameters(part) ? NamesApart.written(part) : part.name())
                        .collect(Collectors.joining(",", "[", "]")));
        parts.stream()
                .filter(part -> !NamesApart.hasParameters(part))
                .forEach(part -> settings.putAll(part.parameterSettings()));
    }

    private static String modules(Experiment.Parts parts) {
        TreeSet<String> modules = parts.all().stream().map(Part::module).collect(Collectors.toCollection(TreeSet::new));
        modules.remove("");
        return "[" + String.join(",", modules) + "]";
    }
}
