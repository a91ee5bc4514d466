package org.gan4j.experiments.compare.conclusion;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.Gan4j;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.ExperimentRules;
import org.gan4j.api.experiment.Numbers;
import org.gan4j.api.experiment.OnNan;
import org.gan4j.api.part.Part;

/** Experiments whose loss and prior are called as a test likes. */
final class MadeUpExperiments {
    private static final Experiment RING = Gan4j.runner().recipe("ring").build();

    private MadeUpExperiments() {}

    /**
     * An experiment.
     *
     * @param settings {@code loss} and {@code prior} with parameters, and {@code batch}
     */
    static Experiment of(long seed, Map<String, String> settings) {
        Experiment.Parts ring = RING.parts();
        Experiment.Parts parts = new Experiment.Parts(
                named(ring.loss(), settings),
                ring.generator(),
                ring.discriminator(),
                named(ring.prior(), settings),
                ring.schedule(),
                ring.optimizer(),
                ring.dataset(),
                ring.backend(),
                List.of(),
                List.of(),
                List.of());
        int batch = Integer.parseInt(settings.getOrDefault("batch", "64"));
        return Experiment.of(
                "test",
                parts,
                new Numbers(
                        seed,
                        batch,
                        RING.budget(),
                        RING.cadence(),
                        OnNan.STOP,
                        RING.arithmetic(),
                        "cpu",
                        Path.of("runs")),
                ExperimentRules.none());
    }

    private static <P> Part<P> named(Part<P> part, Map<String, String> settings) {
        SortedMap<String, String> parameters = new TreeMap<>();
        String prefix = part.key() + ".";
        settings.forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                parameters.put(key.substring(prefix.length()), text);
            }
        });
        return settings.containsKey(part.key())
                ? new Part<>(part.key(), settings.get(part.key()), part.value(), parameters, new TreeMap<>(), "")
                : part;
    }
}
