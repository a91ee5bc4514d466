package org.gan4j.api.metric;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.LogitMeaning;

/** The signals of the training itself that a backend measures: their names and descriptions, declared once. */
public final class TrainingSignals {
    public static final String LOSS_D = "loss/d";
    public static final String LOSS_G = "loss/g";
    public static final String VALUE = "value";
    public static final String D_REAL = "d/real";
    public static final String D_FAKE = "d/fake";
    public static final String FALSE_POSITIVES = "d/false-positives";
    public static final String FALSE_NEGATIVES = "d/false-negatives";
    public static final String LOGIT_REAL = "logit/real";
    public static final String LOGIT_FAKE = "logit/fake";
    public static final String LOGIT_DIFFERENCE = "logit/difference";
    public static final String GRADIENT_D = "grad/d";
    public static final String GRADIENT_G = "grad/g";

    /** D's output for an example that it cannot classify. */
    public static final double GUESS = 0.5;

    /** The value V(D, G) if D is ½ everywhere. */
    public static final double VALUE_OF_GUESSING = -Math.log(4);

    private static final List<MetricInfo> ALL = List.of(
            MetricInfo.signal(
                    LOSS_D,
                    "Discriminator’s loss",
                    "What D minimises, mean over the steps since the value before.",
                    ""),
            MetricInfo.signal(
                    LOSS_G,
                    "Generator’s loss",
                    "What G minimises, mean over the steps since the value before. Each loss has its own scale: values"
                            + " of two losses do not compare.",
                    ""),
            MetricInfo.signal(
                    VALUE,
                    "Value V(D, G)",
                    "E[log D(x)] + E[log(1 − D(G(z)))], which D raises and G lowers. It is −log 4 = −1.386 where D"
                            + " says ½ everywhere. A discriminator that has not learned says so too: by itself this line"
                            + " proves nothing.",
                    "nats"),
            MetricInfo.signal(
                    D_REAL, "D on real examples", "Mean of D(x) over real examples; ½ when D only guesses.", ""),
            MetricInfo.signal(D_FAKE, "D on generated examples", "Mean of D(G(z)); ½ when D only guesses.", ""),
            MetricInfo.signal(
                    FALSE_POSITIVES,
                    "Generated examples accepted",
                    "Share of generated examples with D(G(z)) > ½, or with a logit above the loss’s boundary: fakes that D"
                            + " takes for real.",
                    ""),
            MetricInfo.signal(
                    FALSE_NEGATIVES,
                    "Real examples rejected",
                    "Share of real examples with D(x) < ½, or with a logit below the loss’s boundary: real examples that"
                            + " D takes for fakes.",
                    ""),
            MetricInfo.signal(
                    LOGIT_REAL,
                    "Logits of real examples",
                    "Mean logit of D over real examples, for a loss under which D is not a probability.",
                    ""),
            MetricInfo.signal(
                    LOGIT_FAKE,
                    "Logits of generated examples",
                    "Mean logit of D over generated examples, for a loss under which D is not a probability.",
                    ""),
            MetricInfo.signal(
                    LOGIT_DIFFERENCE,
                    "Difference of the logits",
                    "Mean logit of D over real examples less that over generated ones, for a loss under which D is not a"
                            + " probability; 0 when D only guesses. Under the Wasserstein loss it is −L_D.",
                    ""),
            MetricInfo.signal(
                    GRADIENT_D,
                    "Discriminator’s gradient",
                    "Length of the gradient of D’s objective with respect to its weights.",
                    ""),
            MetricInfo.signal(
                    GRADIENT_G,
                    "Generator’s gradient",
                    "Length of the gradient of G’s objective with respect to its weights, under the loss it is trained"
                            + " with.",
                    ""));

    private TrainingSignals() {}

    /** Returns all signals that updates give, as means over the steps since the last report. */
    public static List<MetricInfo> all() {
        return ALL;
    }

    /** Returns the names of the signals that have a meaning for a discriminator with such logits. */
    public static List<String> ofLogits(LogitMeaning logits) {
        if (logits.probability()) {
            return List.of(VALUE, D_REAL, D_FAKE, FALSE_POSITIVES, FALSE_NEGATIVES);
        }
        return logits.hasBoundary()
                ? List.of(LOGIT_REAL, LOGIT_FAKE, LOGIT_DIFFERENCE, FALSE_POSITIVES, FALSE_NEGATIVES)
                : List.of(LOGIT_REAL, LOGIT_FAKE, LOGIT_DIFFERENCE);
    }

    /** Returns whether a signal has a meaning for some discriminators only, by what their logits mean. */
    public static boolean isOfLogits(String metric) {
        return Stream.of(LogitMeaning.PROBABILITY, LogitMeaning.boundaryAt(0))
                .anyMatch(logits -> ofLogits(logits).contains(metric));
    }

    /** Describes a signal by its name; this includes those of {@link ProbeSignal} and {@link StateSignal}. */
    public static Optional<MetricInfo> find(String metric) {
        return ALL.stream()
                .filter(info -> info.name().equals(metric))
                .findFirst()
                .or(() -> ProbeSignal.find(metric))
                .or(() -> StateSignal.find(metric));
    }
}
