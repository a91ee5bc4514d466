package org.gan4j.api.experiment;

import java.nio.file.Path;

/**
 * The numbers of an experiment.
 *
 * @param seed the one seed that all random streams derive from
 * @param batch   examples of each side an update
 * @param budget  when it ends
 * @param cadence how often the run is evaluated, reported and saved, in steps
 * @param onNan   what happens when a value is not finite
 * @param arithmetic the number format of training
 * @param device  {@code auto}, {@code cpu} or {@code gpu:N}
 * @param runs    the folder that run folders are made in
 */
public record Numbers(
        long seed,
        int batch,
        Experiment.Budget budget,
        Experiment.Cadence cadence,
        OnNan onNan,
        Arithmetic arithmetic,
        String device,
        Path runs) {
    Numbers withSeed(long seed) {
        return new Numbers(seed, batch, budget, cadence, onNan, arithmetic, device, runs);
    }

    Numbers withBatch(int batch) {
        return new Numbers(seed, batch, budget, cadence, onNan, arithmetic, device, runs);
    }

    Numbers withBudget(Experiment.Budget budget) {
        return new Numbers(seed, batch, budget, cadence, onNan, arithmetic, device, runs);
    }

    Numbers withCadence(Experiment.Cadence cadence) {
        return new Numbers(seed, batch, budget, cadence, onNan, arithmetic, device, runs);
    }

    Numbers withOnNan(OnNan onNan) {
        return new Numbers(seed, batch, budget, cadence, onNan, arithmetic, device, runs);
    }

    Numbers withArithmetic(Arithmetic arithmetic) {
        return new Numbers(seed, batch, budget, cadence, onNan, arithmetic, device, runs);
    }

    Numbers withDevice(String device) {
        return new Numbers(seed, batch, budget, cadence, onNan, arithmetic, device, runs);
    }

    Numbers withRuns(Path runs) {
        return new Numbers(seed, batch, budget, cadence, onNan, arithmetic, device, runs);
    }
}
