package org.gan4j.experiments.reproduce.theory.response;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.experiments.reproduce.ReproductionResult;
import org.gan4j.experiments.reproduce.ResultText;
import org.gan4j.experiments.reproduce.TextOnly;
import org.gan4j.experiments.reproduce.Verdict;

/**
 * The distance of each run from an equilibrium.
 *
 * @param within nats that a player may gain
 */
public record EquilibriumResult(
        List<EquilibriumRow> rows, @TextOnly double within) implements ReproductionResult {
    /**
     * One run.
     *
     * @param passed  whether no player gains more than is allowed
     * @param value   V where the run stands
     * @param updates that each player made alone
     */
    public record EquilibriumRow(Path run, boolean passed, double value, long updates, List<GainRow> gains) {}

    @Override
    public Verdict verdict() {
        return Verdict.of(
                rows.stream().allMatch(EquilibriumRow::passed),
                "neither player gains more than " + within + " nats in V");
    }

    @Override
    public void describe(ResultText text) {
        for (EquilibriumRow row : rows) {
            text.format(
                    "%s: V = %.4f (-log 4 = %.4f); gain in V after %d updates, mean and 95 %% interval over %d repetitions",
                    row.run,
                    row.value,
                    -Math.log(4),
                    row.updates,
                    row.gains.get(0).n());
            row.gains.forEach(gain -> gain.describe(text));
            text.add(
                    row.passed
                            ? "  Neither gained more than " + within + " nats, as at an equilibrium."
                            : "  One gained more than " + within + " nats, so this is not an equilibrium.");
        }
    }
}
