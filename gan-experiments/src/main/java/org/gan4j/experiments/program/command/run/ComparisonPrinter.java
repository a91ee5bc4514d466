package org.gan4j.experiments.program.command.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.api.command.Context;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.experiments.store.RunFolder;

/** Prints what a comparison says. */
final class ComparisonPrinter {
    private ComparisonPrinter() {}

    /**
     * Prints it, and returns the exit code: 0 if all its runs finished.
     *
     * @param cells how many runs it was to have
     */
    static int print(Context context, Comparison comparison, int cells) {
        context.print(comparison.table());
        context.print(comparison.conclusion());
        context.print("report: " + new RunFolder(comparison.folder()).report());
        context.result(document(comparison));
        boolean allFinished = comparison.outcomes().size() == cells
                && comparison.outcomes().stream().allMatch(outcome -> outcome.status() == Status.FINISHED);
        return allFinished ? 0 : 1;
    }

    private static Map<String, Object> document(Comparison comparison) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rows", comparison.rows());
        document.put("differences", comparison.differences());
        document.put("conclusion", comparison.conclusion());
        new RunFolder(comparison.folder()).comparison().ifPresent(record -> {
            document.put("conditions", record.conditions());
            document.put("tuning", record.tuning());
        });
        document.put(
                "runs",
                comparison.outcomes().stream()
                        .map(Outcome::folder)
                        .map(Object::toString)
                        .toList());
        document.put("report", new RunFolder(comparison.folder()).report().toString());
        return document;
    }
}
