package org.gan4j.experiments.program.command.result;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.part.Param;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.run.ReopenedRun;
import org.gan4j.experiments.run.checkpoint.CheckpointChoice;
import org.gan4j.experiments.settings.fit.EnoughData;
import org.gan4j.experiments.store.MetricControls;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.registry.Extensions;

/** {@code gan evaluate}. */
@Usage(
        value = "measures a trained generator, with controls to compare the number with",
        arguments = "RUN [metric=NAME] [metric.PARAMETER=VALUE...]",
        examples = {
            "gan evaluate latest",
            "gan evaluate latest --step 5000",
            "gan evaluate latest metric=parzen",
            "gan evaluate latest metric=parzen metric.samples=1000"
        })
public record EvaluateCommand(
        @Param(value = CheckpointChoice.NEWEST, doc = CheckpointChoice.HELP)
        String step,

        @Param(value = "runs", doc = "folder in which names of runs are looked up")
        Path runs)
        implements Command {
    @Override
    public int run(Context context) {
        List<String> named = context.arguments().stream()
                .filter(argument -> !argument.contains("="))
                .toList();
        Map<String, Setting> settings = settings(context.arguments());
        try (ReopenedRun opened = LocalRunner.of(context).open(RunArgument.only(named, runs), step)) {
            Experiment.Parts parts = opened.experiment().parts();
            List<Part<Metric>> metrics = settings.isEmpty() ? parts.metrics() : List.of(metric(context, settings));
            EnoughData.require(metrics, parts.dataset().value());
            List<Measurement> measurements = new ArrayList<>();
            List<Measurement> controls = new ArrayList<>();
            MetricControls kept = opened.folder().controls();
            for (Part<Metric> metric : metrics) {
                Metric.Controlled both = opened.measureWithControls(metric.value());
                measurements.addAll(both.measured());
                both.measured().forEach(measurement -> perfect(measurement).ifPresent(controls::add));
                controls.addAll(both.controls());
                kept = kept.with(MetricControls.of(both));
            }
            if (measurements.isEmpty()) {
                throw new InvalidInput(
                        String.join(" ", context.arguments()), "the run's experiment names no metric; add metric=NAME");
            }
            measurements.forEach(measurement -> context.print(line(measurement)));
            controls.forEach(control -> context.print("  control " + line(control)));
            keep(kept, opened.folder(), context);
            context.result(document(measurements, controls));
        }
        return 0;
    }

    /** Keeps the controls for the charts of reports. A run that nobody may write to is measured all the same. */
    private static void keep(MetricControls controls, RunFolder folder, Context context) {
        if (controls.controls().isEmpty()) {
            return;
        }
        if (Files.isWritable(folder.artifacts())) {
            folder.write(controls);
        } else {
            context.note(folder.artifacts() + " cannot be written to, so reports will not show these controls");
        }
    }

    private static Optional<Measurement> perfect(Measurement measurement) {
        return measurement.perfect().stream()
                .mapToObj(value -> new Measurement(
                        measurement.key() + " of a perfect sampler",
                        value,
                        Double.NaN,
                        measurement.samples(),
                        measurement.split(),
                        measurement.settings()))
                .findFirst();
    }

    /** {@code metric} and what nests under it. */
    private static Map<String, Setting> settings(List<String> arguments) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        Problems problems = new Problems();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String key = argument.substring(0, equals);
            if (key.equals("metric")) {
                settings.put("name", Setting.parse(argument.substring(equals + 1), argument));
            } else if (key.startsWith("metric.")) {
                settings.put(
                        key.substring("metric.".length()), Setting.parse(argument.substring(equals + 1), argument));
            } else {
                problems.add(argument, "evaluate takes metric=NAME and metric.PARAMETER=VALUE only");
            }
        }
        problems.throwIfAny();
        return settings;
    }

    private static Part<Metric> metric(Context context, Map<String, Setting> settings) {
        Problems problems = new Problems();
        Setting setting =
                new Setting.Fields(settings, settings.values().iterator().next().where());
        var part = Extensions.of(context).part(Metric.POINT, "metric", setting, problems);
        problems.throwIfAny();
        return part.orElseThrow();
    }

    private static String line(Measurement measurement) {
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, "%-28s %.5g", measurement.key(), measurement.value()));
        if (!Double.isNaN(measurement.standardError())) {
            text.append(String.format(Locale.ROOT, " ± %.3g (standard error)", measurement.standardError()));
        }
        text.append("  n=").append(measurement.samples()).append(", ").append(measurement.split());
        measurement
                .details()
                .forEach((name, value) -> text.append(String.format(Locale.ROOT, ", %s %.4g", name, value)));
        return text.toString();
    }

    private static Map<String, Object> document(List<Measurement> measurements, List<Measurement> controls) {
        Measurement first = measurements.get(0);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("metric", first.key());
        document.put("value", first.value());
        document.put("se", first.standardError());
        document.put("sigma", first.findings().get("sigma"));
        document.put("samples", first.samples());
        document.put("split", first.split());
        document.put("controls", controls.stream().map(EvaluateCommand::control).toList());
        document.put("measurements", measurements);
        return document;
    }

    private static Map<String, Object> control(Measurement control) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", control.name());
        row.put("value", control.value());
        row.put("se", control.standardError());
        return row;
    }
}
