package org.gan4j.experiments.compare.tuning;

import java.util.List;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Nearest;
import org.gan4j.experiments.settings.keys.RateKeys;

/** Finds the learning rate that a sweep chooses for each arm. */
final class TunedKey {
    private static final String KEY = "tune.key";

    private TunedKey() {}

    /**
     * Returns the requested setting, or the only learning rate of the optimizer.
     *
     * @param grid the comparison's experiments
     * @throws InvalidInput if an arm has no such rate, or it is not clear which one is meant
     */
    static String of(TuningRequest request, List<Experiment> grid) {
        List<List<String>> byArm = grid.stream()
                .map(cell -> RateKeys.among(cell.settings().keySet()))
                .distinct()
                .toList();
        for (Experiment cell : grid) {
            refuseNone(cell);
        }
        List<String> shared = byArm.get(0).stream()
                .filter(key -> byArm.stream().allMatch(keys -> keys.contains(key)))
                .toList();
        if (!request.key().isEmpty()) {
            return requested(request.key(), shared, byArm);
        }
        if (byArm.size() > 1) {
            throw new InvalidInput(
                    "tune.rate",
                    "the arms have their learning rates under different keys: " + texts(byArm)
                            + (shared.isEmpty() ? "; compare arms that share one" : choice(shared)));
        }
        if (shared.size() > 1) {
            throw new InvalidInput(
                    "tune.rate",
                    "the optimizer " + optimizer(grid.get(0)) + " has several learning rates, "
                            + String.join(" and ", shared) + choice(shared));
        }
        return shared.get(0);
    }

    private static void refuseNone(Experiment cell) {
        if (RateKeys.among(cell.settings().keySet()).isEmpty()) {
            throw new InvalidInput(
                    "tune.rate",
                    "the optimizer " + optimizer(cell) + " has no setting rate, so there is nothing to choose; expected"
                            + " an optimizer with a learning rate, such as optimizer=adam");
        }
    }

    private static String requested(String key, List<String> shared, List<List<String>> byArm) {
        if (shared.contains(key)) {
            return key;
        }
        throw new InvalidInput(
                KEY + "=" + key,
                shared.isEmpty()
                        ? "is not a learning rate of every arm; the arms have " + texts(byArm)
                        : "is not a learning rate of every arm, " + Nearest.hint(key, shared));
    }

    private static String choice(List<String> keys) {
        return "; choose one, as with " + KEY + "=" + keys.get(0);
    }

    private static String texts(List<List<String>> byArm) {
        return String.join(
                " | ", byArm.stream().map(keys -> String.join(",", keys)).toList());
    }

    private static String optimizer(Experiment cell) {
        return cell.parts().optimizer().name();
    }
}
