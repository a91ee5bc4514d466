package org.gan4j.api.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Generator;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.part.Digest;
import org.gan4j.api.part.Part;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Term;

/**
 * A resolved experiment: its parts and numbers, immutable, printable and hashed. Two experiments with the same {@link #hash}
 * give the same result on the same machine.
 *
 * @param name     after the recipe
 * @param parts    the parts that make it up
 * @param seed     the one seed all random streams derive from
 * @param batch    examples of each side an update
 * @param budget   when it ends
 * @param cadence  how often it is looked at, in steps
 * @param device   {@code auto}, {@code cpu} or {@code gpu:N}
 * @param runs     the folder that run folders are made in
 * @param settings all of the above, flat, sorted and resolved
 */
public record Experiment(
        String name,
        Parts parts,
        long seed,
        int batch,
        Budget budget,
        Cadence cadence,
        String device,
        Path runs,
        SortedMap<String, String> settings) {
    /** Settings that cannot change a result, and so are no part of an experiment's identity. */
    private static final List<String> NOT_IDENTITY =
            List.of("runs", "device", "costly.every", "report.every", "checkpoint.every");

    /** The parts of an experiment, each with where it came from. */
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
            probes = List.copyOf(probes);
        }

        /** All of them, in a fixed order. */
        public List<Part<?>> all() {
            return Stream.of(
                            Stream.of(loss, generator, discriminator, prior, schedule, optimizer, dataset, backend),
                            metrics.stream(),
                            terms.stream(),
                            probes.stream())
                    .<Part<?>>flatMap(parts -> parts)
                    .toList();
        }
    }

    /** When a run ends: at whichever limit comes first; 0 is no limit, and at least one is set. */
    public record Budget(long steps, double epochs, double minutes) {}

    /**
     * Every how many steps a run is evaluated, by costly metrics too, reported and saved; 0 is only at the end. An evaluation by
     * costly metrics is one by all.
     */
    public record Cadence(long eval, long costly, long report, long checkpoint) {}

    /** The same experiment under another name; its identity stays. */
    public Experiment named(String other) {
        return new Experiment(other, parts, seed, batch, budget, cadence, device, runs, settings);
    }

    /** SHA-256 over the settings that can change a result. */
    public String hash() {
        return Digest.sha256(settings.entrySet().stream()
                .filter(setting -> !NOT_IDENTITY.contains(setting.getKey()))
                .map(Map.Entry::toString)
                .collect(Collectors.joining("\n")));
    }

    /** The settings, a line each. */
    @Override
    public String toString() {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + ": " + setting.getValue())
                .collect(Collectors.joining("\n", "# " + name + "\n", "\n"));
    }
}
