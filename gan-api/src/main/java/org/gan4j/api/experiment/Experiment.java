package org.gan4j.api.experiment;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Generator;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.part.Part;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Term;
import org.gan4j.binding.NamesApart;

/**
 * A resolved experiment: its parts and numbers, immutable, printable and hashed. Two experiments with the same {@link #hash}
 * give the same result on the same machine. {@link #toBuilder} makes another one of it.
 */
public final class Experiment {
    /** Settings that say how long a run trains. */
    public static final List<String> BUDGET = List.of("steps", "epochs", "minutes");

    private final String name;
    private final Parts parts;
    private final Numbers numbers;
    private final ExperimentRules rules;
    private final Set<String> unrecorded;
    private final SortedMap<String, String> settings;
    private final String hash;

    /** The parts of an experiment, each with where it came from; {@link NamesApart} names the probes. */
    public record Parts(
            Part<Loss> loss,
            Part<Generator> generator,
            Part<Discriminator> discriminator,
            Part<Prior> prior,
            Part<Schedule> schedule,
            Part<Optimizer> optimizer,
            Part<Dataset> dataset,
            Part<Backend> backend,
            List<Part<Metric>> metrics,
            List<Part<Term>> terms,
            List<Part<Loss>> probes) {
        public Parts {
            metrics = List.copyOf(metrics);
            terms = List.copyOf(terms);
            probes = NamesApart.of(probes);
        }

        /** Returns all parts, in a fixed order. */
        public List<Part<?>> all() {
            return Stream.of(ones().stream(), metrics.stream(), terms.stream(), probes.stream())
                    .<Part<?>>flatMap(parts -> parts)
                    .toList();
        }

        /** Returns the parts of which there is exactly one each. */
        List<Part<?>> ones() {
            return List.of(loss, generator, discriminator, prior, schedule, optimizer, dataset, backend);
        }

        /** Returns the same parts with another part under the same key. */
        Parts with(Part<?> other) {
            return new Parts(
                    choice(other, loss),
                    choice(other, generator),
                    choice(other, discriminator),
                    choice(other, prior),
                    choice(other, schedule),
                    choice(other, optimizer),
                    choice(other, dataset),
                    choice(other, backend),
                    metrics,
                    terms,
                    probes);
        }

        @SuppressWarnings("unchecked") // a key belongs to one contract
        private static <P> Part<P> choice(Part<?> other, Part<P> old) {
            return other.key().equals(old.key()) ? (Part<P>) other : old;
        }

        /** Returns the same parts with other lists. */
        Parts with(List<Part<Metric>> otherMetrics, List<Part<Term>> otherTerms, List<Part<Loss>> otherProbes) {
            return new Parts(
                    loss,
                    generator,
                    discriminator,
                    prior,
                    schedule,
                    optimizer,
                    dataset,
                    backend,
                    otherMetrics,
                    otherTerms,
                    otherProbes);
        }
    }

    /**
     * The limits of a run, which ends at whichever comes first. A limit of 0 does not apply, and at least one is set.
     */
    public record Budget(long steps, double epochs, double minutes) {}

    /**
     * The intervals, in steps, at which a run is evaluated, evaluated by costly metrics, reported and saved; 0 means
     * only at the end. An evaluation by costly metrics includes all others.
     */
    public record Cadence(long eval, long costly, long report, long checkpoint, Keeping keeping) {}

    /**
     * The checkpoints that are kept when a newer one is saved.
     *
     * @param last      how many of the newest
     * @param permanent those of steps that are multiples of it; 0 is none
     * @param best      the metric of which the best evaluation is kept; {@link #NO_METRIC} is none
     */
    public record Keeping(int last, long permanent, String best) {
        /** The name that stands for no metric. */
        public static final String NO_METRIC = "none";
    }

    Experiment(String name, Parts parts, Numbers numbers, ExperimentRules rules) {
        this(name, parts, numbers, rules, Set.of());
    }

    private Experiment(String name, Parts parts, Numbers numbers, ExperimentRules rules, Set<String> unrecorded) {
        this.name = name;
        this.parts = parts;
        this.numbers = numbers;
        this.rules = rules;
        this.unrecorded = Set.copyOf(unrecorded);
        this.settings = Collections.unmodifiableSortedMap(ExperimentSettings.of(parts, numbers));
        this.hash = IdentitySettings.hash(identity());
    }

    /**
     * Creates an experiment of parts and numbers that are known to fit together.
     *
     * @param rules the rules that builders made from it follow
     */
    public static Experiment of(String name, Parts parts, Numbers numbers, ExperimentRules rules) {
        return new Experiment(name, parts, numbers, rules);
    }

    /** Returns the name, which is the recipe's by default. */
    public String name() {
        return name;
    }

    public Parts parts() {
        return parts;
    }

    public Numbers numbers() {
        return numbers;
    }

    public long seed() {
        return numbers.seed();
    }

    public int batch() {
        return numbers.batch();
    }

    public Budget budget() {
        return numbers.budget();
    }

    public Cadence cadence() {
        return numbers.cadence();
    }

    public OnNan onNan() {
        return numbers.onNan();
    }

    public Arithmetic arithmetic() {
        return numbers.arithmetic();
    }

    public String device() {
        return numbers.device();
    }

    public Path runs() {
        return numbers.runs();
    }

    /** Returns all parts and numbers as text, flat, sorted and as a user would write them. */
    public SortedMap<String, String> settings() {
        return settings;
    }

    /** Returns the settings that can change a result, and the jar of each class that gan4j did not ship, by key. */
    public SortedMap<String, String> identity() {
        SortedMap<String, String> identity = IdentitySettings.of(settings);
        identity.keySet().removeAll(unrecorded);
        jars().forEach((key, jar) -> identity.put(key + ".jar", jar));
        return identity;
    }

    /** Returns the SHA-256 of the jar of each class that gan4j did not ship, by the key of the part. */
    public SortedMap<String, String> jars() {
        SortedMap<String, String> jars = new TreeMap<>();
        parts.all().forEach(part -> jars.putAll(part.jars()));
        return jars;
    }

    /** Returns the SHA-256 of the identity. */
    public String hash() {
        return hash;
    }

    /**
     * Returns the SHA-256 of the identity without the budget. Two experiments of the same training hash are in the same state
     * after the same step, whichever trains longer.
     */
    public String trainingHash() {
        SortedMap<String, String> training = identity();
        training.keySet().removeAll(BUDGET);
        return IdentitySettings.hash(training);
    }

    /** Returns the same experiment under another name; its identity stays the same. */
    public Experiment named(String other) {
        return new Experiment(other, parts, numbers, rules, unrecorded);
    }

    /** Returns the same experiment, identity included, whose parts hold another object as the data set. */
    public Experiment standingIn(Dataset data) {
        Part<Dataset> old = parts.dataset();
        return new Experiment(name, parts.with(old.with(data)), numbers, rules, unrecorded);
    }

    /**
     * Returns the same experiment with the identity that it has in a version without some settings, which have their defaults
     * here.
     */
    public Experiment recordedWithout(Set<String> keys) {
        return new Experiment(name, parts, numbers, rules, keys);
    }

    /** Returns the keys of the settings that are left out of the identity, since the record of the run lacks them. */
    public Set<String> unrecorded() {
        return unrecorded;
    }

    /** Returns a builder that begins with this experiment. */
    public ExperimentBuilder toBuilder() {
        return new ExperimentBuilder(name, parts, numbers, rules);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Experiment that
                && name.equals(that.name)
                && parts.equals(that.parts)
                && numbers.equals(that.numbers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, numbers);
    }

    /** Returns the settings, a line each. */
    @Override
    public String toString() {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + ": " + setting.getValue())
                .collect(Collectors.joining("\n", "# " + name + "\n", "\n"));
    }
}
