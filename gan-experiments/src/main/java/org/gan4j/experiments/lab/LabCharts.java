package org.gan4j.experiments.lab;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.metric.TrainingSignals;
import org.gan4j.experiments.library.metric.KnownDivergence;

/** The charts of a lab: those of the training signals, and what the value is to be compared with. */
final class LabCharts {
    /** Twice the divergence between the generator's distribution and the known density. */
    static final String DIVERGENCE = "lab/divergence";

    /** How far the generated points of a frame are from the real ones, for points of the plane whose density is not known. */
    static final String DISTANCE = "lab/distance";

    /** V + log 4. */
    static final String ESTIMATE = "lab/estimate";

    private static final Map<String, Double> LEVELS = Map.of(
            TrainingSignals.VALUE,
            TrainingSignals.VALUE_OF_GUESSING,
            TrainingSignals.D_REAL,
            TrainingSignals.GUESS,
            TrainingSignals.D_FAKE,
            TrainingSignals.GUESS);

    private LabCharts() {}

    static List<LabDescription.Chart> of(List<String> signals, Optional<KnownDivergence> known, Scene scene) {
        return Stream.concat(
                        known
                                .map(density -> divergence(density, signals.contains(TrainingSignals.VALUE)))
                                .or(() -> scene.kind() == Scene.Kind.PLANE ? Optional.of(distance()) : Optional.empty())
                                .stream(),
                        signals.stream().distinct().flatMap(LabCharts::signal))
                .toList();
    }

    private static Stream<LabDescription.Chart> signal(String signal) {
        return TrainingSignals.find(signal)
                .map(info -> new LabDescription.Chart(
                        info.name(), info.title(), info.meaning(), LEVELS.getOrDefault(info.name(), Double.NaN), ""))
                .stream();
    }

    private static LabDescription.Chart distance() {
        return new LabDescription.Chart(
                DISTANCE,
                "Distance of generated from real points",
                "How far the generated points of the frame must move, on average, to become the real ones, as seen along a"
                        + " direction; the mean over " + PointDistance.DIRECTIONS
                        + " directions, in the data’s unit. Two samples of one distribution are a little above 0.",
                0,
                "");
    }

    private static LabDescription.Chart divergence(KnownDivergence density, boolean hasValue) {
        String perfect = String.format(
                Locale.ROOT,
                "2·JSD between the generator’s distribution and the known density, in nats, from 10,000 generated examples: 0 where"
                        + " both are equal, log 4 = 1.386 where they do not overlap. A perfect generator shows %.3f, because"
                        + " examples scatter. It is measured at the first frame after 100 steps.",
                2 * density.ofPerfect(DivergenceWatch.EXAMPLES));
        return hasValue
                ? new LabDescription.Chart(
                        DIVERGENCE,
                        "2·JSD, and V + log 4 (dotted)",
                        perfect
                                + " The dotted lines are V(D, G) + log 4. The best D brings them up to the divergence; how far they"
                                + " are below it is what D has not learned.",
                        0,
                        ESTIMATE)
                : new LabDescription.Chart(DIVERGENCE, "2·JSD", perfect, 0, "");
    }
}
