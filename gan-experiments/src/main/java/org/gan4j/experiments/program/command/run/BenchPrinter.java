package org.gan4j.experiments.program.command.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.command.Context;
import org.gan4j.experiments.bench.BenchResult;
import org.gan4j.experiments.bench.DeviceLimit;
import org.gan4j.experiments.bench.Machine;
import org.gan4j.experiments.bench.MedianAndRange;
import org.gan4j.experiments.bench.OperationShare;
import org.gan4j.experiments.bench.RunTimes;
import org.gan4j.experiments.report.page.NumberText;

/** Prints what a benchmark has measured. */
final class BenchPrinter {
    private static final int LARGEST = 10;

    private BenchPrinter() {}

    static void print(Context context, BenchResult result) {
        result.runs().forEach(run -> print(context, run, result.windows()));
        machine(context, result);
        context.print(
                result.isComparable()
                        ? "The machine was idle and the windows agree, so these numbers can be compared with others"
                                + " that were measured here in this way."
                        : "These numbers are not to be compared: " + String.join("; ", result.obstacles()) + ".");
        context.result(document(result));
    }

    private static void print(Context context, RunTimes run, int windows) {
        context.print(run.name() + ", on " + run.device());
        row(
                context,
                "milliseconds a step",
                spread(run.millisecondsAStep()) + " in " + windows + " windows of "
                        + NumberText.count(run.stepsAWindow(), "step"));
        row(context, "steps a second", NumberText.text(run.stepsASecond()));
        row(context, "samples a second", NumberText.text(run.samplesASecond()) + " real examples");
        row(
                context,
                "seconds to open",
                NumberText.text(run.openSeconds()) + ", and " + NumberText.text(run.firstStepSeconds())
                        + " for the first step");
        run.operations()
                .ifPresentOrElse(
                        kinds -> operations(context, kinds),
                        () -> context.print("  This backend does not say how long its operations take."));
        context.print("");
    }

    private static void operations(Context context, List<OperationShare> kinds) {
        context.print("  operations, timed one by one    share   ms a step    count");
        kinds.stream()
                .limit(LARGEST)
                .forEach(kind -> operation(context, kind.kind(), kind.share(), kind.milliseconds(), kind.count()));
        List<OperationShare> others = kinds.subList(Math.min(LARGEST, kinds.size()), kinds.size());
        if (!others.isEmpty()) {
            operation(
                    context,
                    NumberText.count(others.size(), "other kind"),
                    others.stream().mapToDouble(OperationShare::share).sum(),
                    others.stream().mapToDouble(OperationShare::milliseconds).sum(),
                    others.stream().mapToDouble(OperationShare::count).sum());
        }
    }

    private static void operation(Context context, String kind, double share, double milliseconds, double count) {
        context.print(String.format(
                Locale.ROOT,
                "    %-26s %7.1f %% %11s %8s",
                kind,
                100 * share,
                NumberText.text(milliseconds),
                NumberText.text(count)));
    }

    private static void machine(Context context, BenchResult result) {
        Machine machine = result.machine();
        context.print("machine");
        row(context, "processor", machine.processor() + ", " + NumberText.count(machine.processors(), "processor"));
        row(context, "load", machine.load() < 0 ? "not reported by this system" : load(machine));
        row(
                context,
                "memory",
                Double.isFinite(result.memoryMegabytes())
                        ? NumberText.text(result.memoryMegabytes()) + " MB in this process, with all of them open"
                        : "not reported by this system");
        for (DeviceLimit limit : result.limits()) {
            context.print("  " + limit.device() + ", " + limit.what() + ":");
            row(context, "", spread(limit.amount()) + " " + limit.unit());
        }
        context.print("");
    }

    private static String load(Machine machine) {
        return String.format(Locale.ROOT, "%.2f in the minute before the start", machine.load());
    }

    private static String spread(MedianAndRange spread) {
        return NumberText.text(spread.median()) + " (" + NumberText.text(spread.least()) + " to "
                + NumberText.text(spread.greatest()) + ")";
    }

    private static void row(Context context, String name, String value) {
        context.print(String.format(Locale.ROOT, "  %-20s %s", name, value));
    }

    private static Map<String, Object> document(BenchResult result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("comparable", result.isComparable());
        document.put("obstacles", result.obstacles());
        document.put("machine", result.machine());
        document.put("memoryMegabytes", result.memoryMegabytes());
        document.put("windows", result.windows());
        document.put("runs", result.runs());
        document.put("limits", result.limits());
        return document;
    }
}
