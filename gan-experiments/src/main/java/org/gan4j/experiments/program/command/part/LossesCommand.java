package org.gan4j.experiments.program.command.part;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.gan4j.api.Loss;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Player;
import org.gan4j.binding.Parameter;
import org.gan4j.disk.WholeFile;
import org.gan4j.experiments.program.command.OutFile;
import org.gan4j.registry.Extensions;

/** Shows what losses compute: formulas, optimum, source, parameters, and their values and slopes by logit. */
@Usage(
        value = "lists losses; for one, its formulas, optimum, source, parameters, values and slopes",
        arguments = "[NAME [key=value...]]",
        examples = {
            "gan losses",
            "gan losses minimax",
            "gan losses blend share=0.25 --at -4,0,4",
            "gan losses minimax --out slopes.svg",
            "gan losses minimax --at 0,2 --against -1 --json"
        })
public record LossesCommand(
        @Param(value = "[]", doc = "logits to compute values and slopes at")
        List<Double> at,

        @Param(value = "0", doc = "logit that the other side is held at")
        double against,

        @Param(value = "''", doc = "file that a picture of the slopes is written to, such as slopes.svg")
        Path out)
        implements Command {
    private static final List<Double> CURVE = List.of(-8.0, -4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0, 8.0);

    @Override
    public int run(Context context) {
        List<String> arguments = context.arguments();
        if (arguments.isEmpty()) {
            if (isDrawn()) {
                throw new InvalidInput("--out " + out, "draws one loss; name it");
            }
            List<AvailablePart<Loss>> losses = all(context);
            list(context, losses);
            context.result(Map.of("losses", losses.stream().map(this::document).toList()));
        } else {
            AvailablePart<Loss> loss = AvailablePart.of(
                    Extensions.of(context), Loss.POINT, arguments.get(0), arguments.subList(1, arguments.size()));
            if (isDrawn()) {
                draw(loss);
            }
            show(context, loss);
            context.result(document(loss));
        }
        return 0;
    }

    private boolean isDrawn() {
        return !out.toString().isEmpty();
    }

    private void draw(AvailablePart<Loss> loss) {
        if (!out.toString().endsWith(".svg")) {
            throw new InvalidInput("--out " + out, "the file's name must end in .svg");
        }
        OutFile.prepare(out);
        WholeFile.write(out, new SlopePicture(SlopeCurves.of(loss.part().value(), against)).svg(loss.name()));
    }

    private static List<AvailablePart<Loss>> all(Context context) {
        List<String> left = new ArrayList<>();
        List<AvailablePart<Loss>> losses = AvailablePart.all(Extensions.of(context), Loss.POINT, left);
        left.forEach(line -> context.note("left out: " + line));
        return losses;
    }

    private static Objective objective(AvailablePart<Loss> loss, Player player) {
        return new Objective(loss.part().value(), player);
    }

    private void list(Context context, List<AvailablePart<Loss>> losses) {
        int width = losses.stream().mapToInt(loss -> loss.name().length()).max().orElse(0);
        SortedMap<String, List<AvailablePart<Loss>>> families =
                new TreeMap<>(Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()));
        losses.forEach(loss -> families.computeIfAbsent(loss.family(), family -> new ArrayList<>())
                .add(loss));
        families.forEach((family, members) -> {
            context.print(family.isEmpty() ? "Other losses" : family);
            members.forEach(loss -> list(context, loss, width));
        });
        context.print("");
        context.print("gan losses NAME shows one of them.");
    }

    private void list(Context context, AvailablePart<Loss> loss, int width) {
        context.print(
                ("  " + loss.name() + " ".repeat(width - loss.name().length() + 2) + loss.purpose()).stripTrailing());
        if (!at.isEmpty()) {
            table(context, loss, at);
        }
    }

    private void show(Context context, AvailablePart<Loss> loss) {
        context.print((loss.name() + ": " + loss.purpose()).replaceFirst(": $", ""));
        context.print("");
        String d = objective(loss, Player.DISCRIMINATOR).formula();
        String g = objective(loss, Player.GENERATOR).formula();
        context.print("  L_D = " + d);
        context.print("  L_G = " + g);
        context.print("");
        context.print("Both are minimised. real and fake are logits a, "
                + (isProbability(loss) ? "with D = sigmoid(a)" : "and no sigmoid of them is a probability")
                + ((d + g).contains("softplus(") ? "; softplus(a) = log(1 + exp(a))." : "."));
        context.print("");
        if (!loss.optimum().isEmpty()) {
            context.print("Optimum: " + loss.optimum());
        }
        if (!loss.source().isEmpty()) {
            context.print("Source: " + loss.source());
        }
        List<Parameter> parameters = Parameter.of(loss.part().type());
        context.print(parameters.isEmpty() ? "It has no parameters." : "Parameters");
        for (Parameter parameter : parameters) {
            context.print("  " + parameter.summary());
        }
        context.print("Plug-in: " + loss.plugin());
        context.print("");
        table(context, loss, at.isEmpty() ? CURVE : at);
        context.print("");
        new SlopeText(SlopeCurves.of(loss.part().value(), against)).lines().forEach(context::print);
    }

    private static boolean isProbability(AvailablePart<Loss> loss) {
        return loss.part().value().logits().probability();
    }

    /** A row for each logit: D if it has a meaning, then value and slope of each objective. */
    private void table(Context context, AvailablePart<Loss> loss, List<Double> logits) {
        List<Column> columns = columns(loss);
        context.print("Value and slope at logit a, the other side held at " + number(against));
        boolean probability = isProbability(loss);
        context.print(String.format(Locale.ROOT, "%10s", "a")
                + (probability ? String.format(Locale.ROOT, " %10s", "D") : "")
                + columns.stream()
                        .map(column -> String.format(Locale.ROOT, " %12s", column.title))
                        .collect(Collectors.joining()));
        for (double a : logits) {
            DoubleStream cells = columns.stream().mapToDouble(column -> column.function.applyAsDouble(a));
            context.print(String.format(Locale.ROOT, "%10s", number(a))
                    + (probability ? String.format(Locale.ROOT, " %10.6f", 1 / (1 + Math.exp(-a))) : "")
                    + cells.mapToObj(cell -> String.format(Locale.ROOT, " %12.6f", cell))
                            .collect(Collectors.joining()));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private Map<String, Object> document(AvailablePart<Loss> loss) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", loss.name());
        document.put(
                "formula",
                Map.of(
                        "discriminator", objective(loss, Player.DISCRIMINATOR).formula(),
                        "generator", objective(loss, Player.GENERATOR).formula()));
        document.put(
                "parameters",
                Parameter.of(loss.part().type()).stream()
                        .map(LossesCommand::describe)
                        .toList());
        document.put("family", loss.family());
        document.put("optimum", loss.optimum());
        document.put("source", loss.source());
        document.put("plugin", loss.plugin());
        if (!at.isEmpty()) {
            document.put("logit", at);
            columns(loss)
                    .forEach(column -> document.put(
                            column.field,
                            at.stream().map(column.function::applyAsDouble).toList()));
        }
        return document;
    }

    private static Map<String, String> describe(Parameter parameter) {
        return Map.of(
                "name", parameter.name(),
                "type", parameter.typeName(),
                "default", parameter.declared().value(),
                "doc", parameter.declared().doc());
    }

    /** A function of the logit under its name in documents and in tables. */
    private record Column(String field, String title, DoubleUnaryOperator function) {}

    private List<Column> columns(AvailablePart<Loss> loss) {
        Objective d = objective(loss, Player.DISCRIMINATOR);
        Objective g = objective(loss, Player.GENERATOR);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("discriminatorReal", "L_D(real=a)", a -> d.value(a, against)));
        columns.add(new Column("discriminatorRealSlope", "slope", a -> d.realSlope(a, against)));
        columns.add(new Column("discriminatorFake", "L_D(fake=a)", a -> d.value(against, a)));
        columns.add(new Column("discriminatorFakeSlope", "slope", a -> d.fakeSlope(against, a)));
        columns.add(new Column("generator", "L_G(fake=a)", a -> g.value(against, a)));
        columns.add(new Column("generatorSlope", "slope", a -> g.fakeSlope(against, a)));
        return columns;
    }
}
