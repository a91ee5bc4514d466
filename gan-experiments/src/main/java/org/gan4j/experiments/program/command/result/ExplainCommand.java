package org.gan4j.experiments.program.command.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.part.Param;
import org.gan4j.api.run.UpdateValue;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.compare.conclusion.TextTable;
import org.gan4j.experiments.run.divergence.ReplayedSteps;
import org.gan4j.experiments.store.RunFolder;

/** {@code gan explain}. */
@Usage(
        value =
                "replays a diverged run from its last sound checkpoint, and shows where its values stopped being finite",
        arguments = "RUN",
        examples = {"gan explain latest", "gan explain runs/ring/minimax-seed1-20260101-120000"})
public record ExplainCommand(
        @Param(value = "runs", doc = "folder in which names of runs are looked up")
        Path runs) implements Command {
    /** What one row of the table shows. */
    private record Row(int update, String player, String kind, String name) {
        static Row of(UpdateValue value) {
            return new Row(
                    value.update(), value.player().toString(), value.kind().toString(), value.name());
        }
    }

    @Override
    public int run(Context context) {
        RunFolder folder = RunArgument.only(context.arguments(), runs);
        ReplayedSteps steps = LocalRunner.of(context).replay(folder);
        context.print(
                "replayed from " + (steps.from() == 0 ? "the beginning" : "the checkpoint of step " + steps.from())
                        + ": " + steps.sentence());
        context.print("");
        context.print(table(steps).toString());
        context.print("");
        context.print("A tensor is shown by its Euclidean length, and a weight by that after the update.");
        context.result(document(steps));
        return 0;
    }

    private static TextTable table(ReplayedSteps steps) {
        Map<Row, Map<Long, Double>> rows = rows(steps);
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of("update"));
        steps.values().keySet().forEach(step -> head.add("step " + step));
        table.add(head.toArray(String[]::new));
        rows.forEach((row, sizes) -> {
            List<String> line = new ArrayList<>();
            line.add(String.format(Locale.ROOT, "%d %-13s  %-9s  %s", row.update, row.player, row.kind, row.name));
            steps.values().keySet().forEach(step -> line.add(sizes.containsKey(step) ? text(sizes.get(step)) : ""));
            table.add(line.toArray(String[]::new));
        });
        return table;
    }

    private static Map<Row, Map<Long, Double>> rows(ReplayedSteps steps) {
        Map<Row, Map<Long, Double>> rows = new LinkedHashMap<>();
        steps.values()
                .forEach((step, values) ->
                        values.forEach(value -> rows.computeIfAbsent(Row.of(value), row -> new TreeMap<>())
                                .put(step, value.size())));
        return rows;
    }

    private static String text(double size) {
        return Double.isFinite(size)
                ? String.format(Locale.ROOT, "%.5g", size)
                : Double.isNaN(size) ? "NaN" : "infinite";
    }

    private static Map<String, Object> document(ReplayedSteps steps) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("from", steps.from());
        document.put("step", steps.last());
        document.put("sentence", steps.sentence());
        document.put("origin", steps.origin().map(Row::of).orElse(null));
        List<Map<String, Object>> values = new ArrayList<>();
        rows(steps).forEach((row, sizes) -> values.add(Map.of("of", row, "bySteps", sizes)));
        document.put("values", values);
        return document;
    }
}
