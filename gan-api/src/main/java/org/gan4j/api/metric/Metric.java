package org.gan4j.api.metric;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.gan4j.api.Dataset;
import org.gan4j.api.Prior;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.train.Draws;

/**
 * A named protocol over a generator's samples. A metric is an immutable record; its parameters are the protocol's settings, and
 * settings other than the standard ones are a {@link Measurement}'s departure.
 */
public interface Metric {
    ExtensionPoint<Metric> POINT =
            ExtensionPoint.several("metric", Metric.class, "a named protocol over samples", "metrics=[modes]");

    /**
     * Describes each measurement that this yields: its name under the standard protocol and everything that is shown
     * beside it.
     */
    List<MetricInfo> info();

    /**
     * Returns why this cannot measure generators of these data with this prior, to be read after "it does not fit the data:"; empty if it can. It
     * is asked before training, so that nobody learns it at the end. By default a metric fits all.
     */
    default Optional<String> misfit(Dataset data, Prior prior) {
        return Optional.empty();
    }

    /**
     * Returns what data that fit have too few of, such as held-out examples; nothing if there are enough. It is asked before a run of
     * finite data begins.
     *
     * @param counts how many examples a split has
     */
    default List<String> shortages(ToIntFunction<Split> counts) {
        return List.of();
    }

    /** Applies the protocol. The same subject gives the same measurements. */
    List<Measurement> measure(Subject subject);

    /**
     * Applies the protocol to references that give the generator's value a meaning, such as true data or an average.
     * Their names say what was measured. Where the metric measures several numbers, the name of a control begins with that
     * of its number and a colon, as {@code recall: uniform noise} for {@code eval/recall}. A control that begins with
     * another word and a colon is of none of them. By default there are none.
     */
    default List<Measurement> controls(Subject subject) {
        return List.of();
    }

    /**
     * Applies the protocol to the subject and to the references. To be overridden where both need the same work, so that it is
     * done once; the numbers are those of {@link #measure} and {@link #controls}.
     */
    default Controlled measureWithControls(Subject subject) {
        return new Controlled(measure(subject), controls(subject));
    }

    /**
     * Returns the same protocol on the validation split, for choices that must not look at the test split, such as that
     * of a learning rate. No choice can be made by a metric that looks at the test split and offers none.
     */
    default Optional<Metric> onValidation() {
        return Optional.empty();
    }

    /**
     * Returns whether this takes so long that a run measures it only at its end and every {@code costly.every} steps.
     */
    default boolean costly() {
        return false;
    }

    /** What {@link #measure} and {@link #controls} return. */
    record Controlled(List<Measurement> measured, List<Measurement> controls) {
        public Controlled {
            measured = List.copyOf(measured);
            controls = List.copyOf(controls);
        }

        /** Returns the values of the controls that one of the measurements is compared with, by what was measured. */
        public Map<String, Double> controlsOf(Measurement measurement) {
            String number = measurement.name().substring(measurement.name().indexOf('/') + 1) + ": ";
            Map<String, Double> values = new LinkedHashMap<>();
            for (Measurement control : controls) {
                if (control.name().startsWith(number)) {
                    values.put(control.name().substring(number.length()), control.value());
                } else if (measured.size() == 1 && !control.name().contains(": ")) {
                    values.put(control.name(), control.value());
                }
            }
            return values;
        }
    }

    /** The subject of a measurement: the generator and its data. */
    interface Subject {
        /** Returns generated examples from a named stream of their own. */
        FloatTensor sample(int count, String stream);

        Dataset dataset();

        /** Returns the seed of the metric's own random choices. */
        long seed();

        /**
         * Returns the representation of examples that D's logit is computed from, [n × features], at the present parameters; empty
         * where there is no D, as for a metric of the data alone.
         */
        default Optional<FloatTensor> features(FloatTensor examples) {
            return Optional.empty();
        }
    }

    /** A subject whose latent draws can be chosen, such as their class. */
    interface Asked extends Subject {
        /** Returns what its training draws: the codes of the prior and the classes of the data among others. */
        Draws draws();

        /** Returns latent draws from a named stream of their own, [count × latent]. */
        FloatTensor latent(int count, String stream);

        /** Returns G(z) for latent draws. */
        FloatTensor generate(FloatTensor latent);

        @Override
        default FloatTensor sample(int count, String stream) {
            return generate(latent(count, stream));
        }
    }
}
