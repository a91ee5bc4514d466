package org.gan4j.experiments.compare;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.compare.conclusion.Compare;
import org.gan4j.experiments.compare.fairness.Fairness;
import org.gan4j.experiments.run.NewRunFolder;
import org.gan4j.experiments.run.ProvenanceCollector;
import org.gan4j.experiments.settings.Resolver;
import org.gan4j.experiments.settings.record.ExperimentYaml;
import org.gan4j.experiments.settings.record.RecordedExperiments;
import org.gan4j.experiments.store.ComparisonConditions;
import org.gan4j.experiments.store.ComparisonPlan;
import org.gan4j.experiments.store.ComparisonRecord;
import org.gan4j.experiments.store.ComparisonRuns;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.TuningRecord;
import org.gan4j.registry.Extensions;

/** Writes comparisons: makes the folder of a new one, and records its results. */
public final class Comparisons {
    private final ProvenanceCollector provenance;
    private final RecordedExperiments recorded;

    @Inject
    Comparisons(Extensions extensions, Resolver resolver) {
        this.provenance = new ProvenanceCollector(extensions);
        this.recorded = new RecordedExperiments(resolver);
    }

    /** Makes the folder of a comparison that begins now. */
    RunFolder create(List<Experiment> cells, ComparisonPlan plan) {
        return create(cells, plan, unfinished -> {});
    }

    /**
     * Makes the folder of a comparison whose cells are to be run.
     *
     * @param next the experiments of the comparison that follows
     */
    RunFolder create(List<Experiment> cells, ComparisonPlan plan, List<Experiment> next) {
        return create(cells, plan, unfinished -> {
            ComparisonPlan.write(
                    unfinished.cells(), cells.stream().map(ExperimentYaml::of).toList());
            ComparisonPlan.write(
                    unfinished.next(), next.stream().map(ExperimentYaml::of).toList());
        });
    }

    /**
     * Returns the experiments of a comparison's cells. Their runs lie beside it, wherever the program was called from.
     *
     * @throws InvalidInput if it has none, or its plan is lost
     */
    List<Experiment> cells(RunFolder folder) {
        List<Experiment> cells = recorded.experiments(folder.cells());
        if (cells.isEmpty()) {
            throw new InvalidInput(
                    folder.path().toString(),
                    "no cells are recorded here, so there is nothing to resume; gan report writes its report again");
        }
        if (folder.plan().isEmpty()) {
            throw new InvalidInput(
                    folder.planJson().toString(),
                    "does not exist, so what the comparison is about is not known; gan report writes its report again");
        }
        Path runs = folder.path().toAbsolutePath().normalize().resolve("../..").normalize();
        return cells.stream().map(cell -> in(runs, cell)).toList();
    }

    private static Experiment in(Path runs, Experiment cell) {
        return cell.runs().toAbsolutePath().normalize().equals(runs)
                ? cell
                : cell.toBuilder().runs(runs).build().named(cell.name());
    }

    /**
     * Returns the experiments of a comparison's cells.
     *
     * @throws InvalidInput if it has none, its plan is lost, or they are not those that it was planned with
     */
    List<Experiment> plannedCells(RunFolder folder) {
        List<Experiment> cells = cells(folder);
        if (!ProvenanceCollector.hash(cells).equals(folder.record().hash())) {
            throw new InvalidInput(
                    folder.path().toString(),
                    "its cells are not those that were planned: a file in cells or the jar of a plug-in has changed"
                            + " since; run.json has the SHA-256 of each plug-in that was there");
        }
        return cells;
    }

    private RunFolder create(List<Experiment> cells, ComparisonPlan plan, Consumer<RunFolder> experiments) {
        String stem = plan.sweep().isNone() ? "compare" : "tune";
        return NewRunFolder.create(cells.get(0), stem, (unfinished, name) -> {
            unfinished.write(plan);
            unfinished.write(provenance.ofComparison(cells, name));
            experiments.accept(unfinished);
        });
    }

    /** Writes the results of a comparison. */
    Comparison conclude(RunFolder folder, List<Outcome> outcomes) {
        ComparisonPlan plan = plan(folder);
        return conclude(folder, outcomes, Fairness.ofRuns(outcomes, plan.waived(), plan.factors()));
    }

    private static Comparison conclude(RunFolder folder, List<Outcome> outcomes, ComparisonConditions conditions) {
        TuningRecord tuning = plan(folder).tuning();
        Comparison comparison = Compare.of(outcomes, folder.path(), conditions, tuning);
        folder.write(ComparisonRecord.of(comparison, conditions, tuning));
        return comparison;
    }

    private static ComparisonPlan plan(RunFolder folder) {
        return folder.plan().orElseGet(() -> ComparisonPlan.of(List.of(), List.of()));
    }

    /**
     * Writes the results of a comparison again.
     *
     * @param waived further keys that its arms may differ in
     */
    public Comparison again(RunFolder folder, List<String> waived) {
        ComparisonPlan plan = plan(folder);
        List<String> all = Stream.concat(plan.waived().stream(), waived.stream())
                .distinct()
                .toList();
        List<Outcome> outcomes = outcomes(ComparisonRuns.of(folder).all());
        return conclude(folder, outcomes, Fairness.ofRuns(outcomes, all, plan.factors()));
    }

    /**
     * Compares runs that were trained one by one.
     *
     * @param waived keys that the arms may differ in besides what is compared
     * @throws InvalidInput if the runs differ in more than the factors, and the difference was not waived
     */
    public Comparison ofRuns(List<RunFolder> runs, List<String> waived) {
        List<Outcome> outcomes = outcomes(runs);
        ComparisonConditions conditions = Fairness.ofRuns(outcomes, waived, List.of());
        Fairness.require(conditions);
        RunFolder folder = create(
                outcomes.stream().map(Outcome::experiment).toList(), ComparisonPlan.of(conditions.factors(), waived));
        return conclude(folder, outcomes, conditions);
    }

    private List<Outcome> outcomes(List<RunFolder> runs) {
        return runs.stream().map(recorded::outcome).toList();
    }
}
