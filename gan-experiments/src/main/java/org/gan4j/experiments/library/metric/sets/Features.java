package org.gan4j.experiments.library.metric.sets;

import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.library.metric.Fit;
import org.gan4j.experiments.library.metric.digit.DigitNet;

/** The numbers of an example between which a metric takes distances. */
public enum Features {
    EXAMPLES("on the examples themselves", ""),
    /** Each run has a discriminator of its own, so values of two runs do not compare. */
    DISCRIMINATOR("on the features that the run’s own discriminator computes its logit from", "discriminator"),
    DIGITS("on the hidden units of the digits net " + DigitNet.name(), "digits-" + DigitNet.name());

    /** The explanation of the parameter. */
    static final String HELP =
            "what distances are between: examples themselves, features that the discriminator computes its"
                    + " logit from, or hidden units of the net that reads MNIST's digits";

    private final String text;
    private final String departure;

    Features(String text, String departure) {
        this.text = text;
        this.departure = departure;
    }

    /** Completes "distances …". */
    String text() {
        return text;
    }

    /** Returns how the protocol departs from the standard one; empty for examples themselves. */
    String departure() {
        return departure;
    }

    /** Returns a metric's meaning with these features, where it does not name them. */
    String added(String meaning) {
        return this == EXAMPLES ? meaning : meaning + " Distances are " + text + ".";
    }

    /** Returns the direction that is good; none where each run is measured by a net of its own, so that no choice is made by it. */
    MetricInfo.Aim aim(MetricInfo.Aim otherwise) {
        return this == DISCRIMINATOR ? MetricInfo.Aim.NEITHER : otherwise;
    }

    /** Returns whether captions are part of what is looked at. */
    boolean seeCaptions() {
        return this == DISCRIMINATOR;
    }

    /**
     * Returns the features of examples, a row each.
     *
     * @throws InvalidInput if there are none
     */
    FloatTensor of(FloatTensor examples, String metric, Metric.Subject subject) {
        return switch (this) {
            case EXAMPLES -> examples;
            case DISCRIMINATOR -> ofDiscriminator(examples, metric, subject);
            case DIGITS -> ofDigits(examples, metric, subject);
        };
    }

    /** Returns why these are not features of such data; empty if they are. */
    Optional<String> misfit(Dataset data) {
        return this != DIGITS || DigitNet.reads(data)
                ? Optional.empty()
                : Optional.of(
                        "features=digits are those of a net that reads the digits of mnist alone; features=examples take any data");
    }

    private static FloatTensor ofDiscriminator(FloatTensor examples, String metric, Metric.Subject subject) {
        FloatTensor features = subject.features(examples)
                .orElseThrow(() ->
                        refused(metric, "features=discriminator needs a run, and there is no discriminator here"));
        if (features.count() != examples.count()) {
            throw refused(
                    metric,
                    "features=discriminator needs features of each example, and the discriminator has "
                            + features.count() + " rows of them for " + examples.count() + " examples");
        }
        return features;
    }

    private static FloatTensor ofDigits(FloatTensor examples, String metric, Metric.Subject subject) {
        Fit.require(metric, DIGITS.misfit(subject.dataset()));
        return DigitNet.shipped().allUnits(examples);
    }

    private static InvalidInput refused(String metric, String reason) {
        return new InvalidInput("metric " + metric, reason);
    }
}
