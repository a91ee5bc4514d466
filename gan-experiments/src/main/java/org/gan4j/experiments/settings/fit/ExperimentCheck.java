package org.gan4j.experiments.settings.fit;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gan4j.api.Dataset;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Numbers;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.train.Player;

/** Checks what the parts and numbers of an experiment ask of each other. */
public record ExperimentCheck(Places places, Problems problems) {
    private static final Pattern DEVICE = Pattern.compile("auto|cpu|gpu:\\d{1,3}");

    /**
     * The names of the places of mistakes in messages.
     *
     * @param whole  the whole experiment
     * @param number the place of a number, by its key
     * @param part   the place of a part, by its key
     */
    public record Places(String whole, UnaryOperator<String> number, UnaryOperator<String> part) {}

    public void numbers(Numbers numbers) {
        if (!DEVICE.matcher(numbers.device()).matches()) {
            problems.add(
                    places.number.apply("device"), "'device' takes auto, cpu or gpu:N, not '" + numbers.device() + "'");
        }
        Experiment.Budget budget = numbers.budget();
        if (budget.steps() == 0 && budget.epochs() == 0 && budget.minutes() == 0) {
            problems.add(places.whole, "nothing ends the run: set steps, epochs or minutes to more than 0");
        }
    }

    public void epochs(Experiment.Parts parts, Experiment.Budget budget) {
        if (budget.epochs() <= 0) {
            return;
        }
        if (parts.dataset().value() instanceof Dataset.Sampler) {
            problems.add(
                    places.number.apply("epochs"),
                    "dataset '" + parts.dataset().name() + "' is endless, so it has no epochs; set steps or minutes");
        }
        if (parts.schedule().value().rests().stream().anyMatch(rest -> rest.player() == Player.DISCRIMINATOR)) {
            problems.add(
                    places.number.apply("epochs"),
                    "the discriminator of schedule '" + parts.schedule().name()
                            + "' rests in some steps, so epochs do not determine the number of steps; set steps or"
                            + " minutes");
        }
    }

    /** The metric of which the best evaluation is kept. */
    public void best(Experiment.Parts parts, Experiment.Keeping keeping) {
        if (keeping.best().equals(Experiment.Keeping.NO_METRIC)) {
            return;
        }
        String place = places.number.apply("checkpoint.best");
        Optional<MeasuredMetric> metric = MeasuredMetric.named(keeping.best(), parts);
        if (metric.isEmpty()) {
            problems.add(place, "the experiment " + MeasuredMetric.unknown(keeping.best(), parts));
            return;
        }
        MetricInfo info = metric.get().info();
        if (info.aim() == MetricInfo.Aim.NEITHER) {
            problems.add(place, "no value of " + info.name() + " is better than another");
        }
        if (info.usesTestSplit()) {
            Map<String, String> validation =
                    MeasuredMetric.onValidation(metric.get().part());
            problems.add(
                    place,
                    info.name()
                            + " looks at the test split, and a checkpoint that it chose would make the values there no"
                            + " longer a test; "
                            + (validation.isEmpty() ? "choose another metric" : "set " + settings(validation)));
        }
    }

    private static String settings(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    /** What each metric asks of data and prior. */
    public void metrics(Experiment.Parts parts) {
        for (Part<Metric> metric : parts.metrics()) {
            misfit(metric.value(), parts)
                    .ifPresent(reason -> problems.add(
                            places.part.apply(metric.key()),
                            "the metric '" + metric.name() + "' does not fit the data '"
                                    + parts.dataset().name() + "': " + reason));
        }
    }

    private static Optional<String> misfit(Metric metric, Experiment.Parts parts) {
        try {
            return metric.misfit(parts.dataset().value(), parts.prior().value());
        } catch (InvalidInput | WorkFailed e) {
            // The data cannot be read. Whoever reads them says so, and a run whose nets alone are used does not.
            return Optional.empty();
        }
    }

    public void shapes(Experiment.Parts parts) {
        ShapeCheck.check(parts, places.part, problems);
    }
}
