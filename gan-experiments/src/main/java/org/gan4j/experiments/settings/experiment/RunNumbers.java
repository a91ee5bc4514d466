package org.gan4j.experiments.settings.experiment;

import java.util.Optional;
import org.gan4j.api.experiment.Arithmetic;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Numbers;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.RecordBinder;
import org.gan4j.experiments.settings.keys.RunSettings;
import org.gan4j.experiments.settings.overlay.FlatSettings;

/** Reads the numbers of an experiment from settings. */
record RunNumbers(FlatSettings given, Problems problems) {
    /** The numbers; empty, with problems added, if there are mistakes. */
    Optional<Numbers> read() {
        Optional<RunSettings> run = bind(RunSettings.class, "");
        Optional<RunSettings.Forced> forced = bind(RunSettings.Forced.class, "precision");
        Optional<RunSettings.Eval> eval = bind(RunSettings.Eval.class, "eval");
        Optional<RunSettings.Costly> costly = bind(RunSettings.Costly.class, "costly");
        Optional<RunSettings.Report> report = bind(RunSettings.Report.class, "report");
        Optional<RunSettings.Checkpoint> checkpoint = bind(RunSettings.Checkpoint.class, "checkpoint");
        if (run.isEmpty()
                || forced.isEmpty()
                || eval.isEmpty()
                || costly.isEmpty()
                || report.isEmpty()
                || checkpoint.isEmpty()) {
            return Optional.empty();
        }
        RunSettings numbers = run.get();
        return Optional.of(new Numbers(
                numbers.seed(),
                numbers.batch(),
                new Experiment.Budget(numbers.steps(), numbers.epochs(), numbers.minutes()),
                new Experiment.Cadence(
                        eval.get().every(),
                        costly.get().every(),
                        report.get().every(),
                        checkpoint.get().every(),
                        new Experiment.Keeping(
                                checkpoint.get().keep(),
                                checkpoint.get().permanent(),
                                checkpoint.get().best())),
                numbers.onNan(),
                new Arithmetic(numbers.precision(), forced.get().force()),
                numbers.device(),
                numbers.runs()));
    }

    private <R> Optional<R> bind(Class<R> type, String group) {
        return RecordBinder.plain().bind(type, group, given.parametersOf(type, group), problems);
    }
}
