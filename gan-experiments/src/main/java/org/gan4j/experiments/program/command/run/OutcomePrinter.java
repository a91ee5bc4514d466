package org.gan4j.experiments.program.command.run;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.api.command.Context;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.experiments.store.signal.RunSignals;

/** Prints how a run ended. */
final class OutcomePrinter {
    private OutcomePrinter() {}

    /** Prints it, and returns the exit code: 0 if the run finished. */
    static int print(Context context, Outcome outcome) {
        context.print("run      " + outcome.folder());
        context.print("status   " + outcome.status() + (outcome.reason().isEmpty() ? "" : ": " + outcome.reason()));
        context.print("steps    " + outcome.steps()
                + (outcome.resumedFrom() > 0 ? ", resumed after " + outcome.resumedFrom() : ""));
        context.print(String.format(Locale.ROOT, "speed    %.0f real examples a second", outcome.samplesPerSecond()));
        new TreeMap<>(outcome.metrics()).forEach((name, value) -> {
            if (!RunSignals.isTime(name)) {
                context.print(String.format(Locale.ROOT, "%-24s %.5g", name, value));
            }
        });
        context.print("weights  " + outcome.weights());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run", outcome.folder().toString());
        document.put("status", outcome.status().toString());
        document.put("steps", outcome.steps());
        document.put("resumedFrom", outcome.resumedFrom());
        document.put("weights", outcome.weights());
        document.put("metrics", outcome.metrics());
        document.put("samplesPerSecond", outcome.samplesPerSecond());
        context.result(document);
        return outcome.status() == Status.FINISHED ? 0 : 1;
    }
}
