package org.gan4j.api.metric;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The measured properties of the generator's gradient under each of an experiment's {@code probes}. All probes are
 * measured at the same parameters and on the same batch. L is the generator's objective under the loss, as the backend
 * computes it for its loss probes.
 */
public enum ProbeSignal {
    /** The length of the gradient with respect to the generator's weights. */
    WEIGHTS(
            "grad/g.",
            "Generator’s gradient under ",
            "Length of the gradient of the generator’s objective with respect to its weights under the loss %s, at the"
                    + " parameters of that step. Measured only; nothing is updated by it."),
    /** The sum of |∂L/∂a| over the logits a of the generated batch. */
    LOGITS(
            "grad/g-logit.",
            "Slope at the logits under ",
            "Sum of |∂L/∂a| over the logits a of the generated batch under the loss %s: how much of the gradient"
                    + " passes the loss at all, before it reaches the generator. For a loss that is a mean over the batch,"
                    + " it is the mean slope of an example."),
    /** The sum of the lengths of ∂L/∂x over the generated examples x. */
    SAMPLES(
            "grad/g-sample.",
            "Push on the samples under ",
            "Sum of the length of ∂L/∂x over the generated examples x of the batch under the loss %s: the slope at the"
                    + " logits after its way back through D."),
    /** The cosine of the angle between the gradients with respect to the weights under two losses. */
    COSINE(
            "grad/g-cosine.",
            "Cosine between the gradients under ",
            "Cosine of the angle between the generator’s gradients with respect to its weights under the losses %s, on"
                    + " one batch: 1 where both would move them the same way, 0 where their ways have nothing in common,"
                    + " −1 where one undoes the other. It is not a number where one gradient is 0.");

    private static final String BETWEEN = ".";

    private final String prefix;
    private final String title;
    private final String meaning;

    ProbeSignal(String prefix, String title, String meaning) {
        this.prefix = prefix;
        this.title = title;
        this.meaning = meaning;
    }

    /** Returns the metric's name for a loss, or for two losses in the case of {@link #COSINE}. */
    public String of(String... losses) {
        return prefix + String.join(BETWEEN, losses);
    }

    /** Returns whether a metric is this signal of some loss. */
    public boolean is(String metric) {
        return metric.startsWith(prefix);
    }

    /** Returns the loss that a metric of this signal names; the two losses in the case of {@link #COSINE}. */
    public String loss(String metric) {
        return metric.substring(prefix.length());
    }

    /** Describes this signal for a loss, or for two losses that are joined as in the metric's name. */
    public MetricInfo info(String losses) {
        return MetricInfo.signal(of(losses), title + losses, String.format(meaning, losses), "");
    }

    static Optional<MetricInfo> find(String metric) {
        return Stream.of(values())
                .filter(signal -> signal.is(metric))
                .map(signal -> signal.info(signal.loss(metric)))
                .findFirst();
    }
}
