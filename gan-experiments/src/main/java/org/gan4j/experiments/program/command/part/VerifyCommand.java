package org.gan4j.experiments.program.command.part;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gan4j.api.Law;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.laws.InitializerLaws;
import org.gan4j.api.laws.LayerLaws;
import org.gan4j.api.laws.LossLaws;
import org.gan4j.api.laws.OptimizerLaws;
import org.gan4j.api.laws.PriorLaws;
import org.gan4j.api.laws.TermLaws;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Term;
import org.gan4j.plain.shape.ShapeAlgebra;
import org.gan4j.registry.Extensions;

/** Checks the laws of parts: those that hold for all of a kind, and the closed forms that a part states of itself. */
@Usage(
        value = "checks the laws of a loss, term, layer, initializer, optimizer or prior; exit code 1 if one is broken",
        arguments = "POINT NAME [key=value...], or [POINT] --all",
        examples = {
            "gan verify loss minimax",
            "gan verify loss blend share=0.25",
            "gan verify loss 'lazy(of=blend(share=0.25))'",
            "gan verify loss --all --json",
            "gan verify term gradient-penalty target=0",
            "gan verify layer dense units=3 --input 8",
            "gan verify --all",
            "gan verify loss soft-hinge --plugins my-plugins"
        })
public record VerifyCommand(
        @Param(
                value = "false",
                doc = "every available part, or every part of the point; parts that need parameters are left out")
        boolean all,

        @Param(
                value = "[]",
                min = 1,
                doc = "shape of the example that layers are given, such as 28,28; else 4 values or a small picture")
        List<Integer> input)
        implements Command {
    private static final MathContext DIGITS = new MathContext(9);

    /**
     * Whatever depends on a number of inputs or outputs sees two different ones; as many inputs as any initializer of the house asks
     * for by default.
     */
    private static final Shape WEIGHTS = Shape.of(20, 6);

    private static final List<Shape> EXAMPLES = List.of(Shape.of(4), Shape.of(4, 4), Shape.of(4, 4, 2));

    /**
     * A point whose parts have laws.
     *
     * @param fitting refuses, with an IllegalArgumentException, a part that cannot be checked with what the user gave
     * @param laws    checks them
     */
    private record Lawful<P>(ExtensionPoint<P> point, Consumer<P> fitting, Function<P, List<Law>> laws) {
        List<Verified> all(Extensions extensions, List<String> left) {
            List<Verified> verified = new ArrayList<>();
            for (AvailablePart<P> part : AvailablePart.all(extensions, point, left)) {
                try {
                    verified.add(verified(part));
                } catch (InvalidInput e) {
                    left.add(e.getMessage());
                }
            }
            return verified;
        }

        Verified one(Extensions extensions, List<String> nameAndSettings) {
            return verified(AvailablePart.of(
                    extensions, point, nameAndSettings.get(0), nameAndSettings.subList(1, nameAndSettings.size())));
        }

        private Verified verified(AvailablePart<P> part) {
            try {
                fitting.accept(part.part().value());
            } catch (IllegalArgumentException e) {
                throw new InvalidInput(
                        point.id() + " " + part.name(),
                        "it refuses its example; --input names another shape: " + e.getMessage());
            }
            return new Verified(point.id(), part.name(), laws.apply(part.part().value()));
        }
    }

    private record Verified(String point, String name, List<Law> laws) {
        boolean passed() {
            return laws.stream().allMatch(Law::passed);
        }
    }

    private List<Lawful<?>> lawful() {
        return List.of(
                new Lawful<>(Loss.POINT, loss -> {}, LossLaws::of),
                new Lawful<>(Term.POINT, term -> {}, TermLaws::of),
                new Lawful<>(Layer.POINT, this::example, layer -> LayerLaws.of(layer, example(layer))),
                new Lawful<>(
                        Initializer.POINT, initializer -> {}, initializer -> InitializerLaws.of(initializer, WEIGHTS)),
                new Lawful<>(Optimizer.POINT, optimizer -> {}, OptimizerLaws::of),
                new Lawful<>(Prior.POINT, prior -> {}, PriorLaws::of));
    }

    /** Returns the example that the user named, or else the first that the layer accepts: it may be made for pictures, say. */
    private Shape example(Layer layer) {
        if (!input.isEmpty()) {
            return fitting(layer, new Shape(input));
        }
        IllegalArgumentException first = null;
        for (Shape example : EXAMPLES) {
            try {
                return fitting(layer, example);
            } catch (IllegalArgumentException e) {
                first = first == null ? e : first;
            }
        }
        throw Objects.requireNonNull(first);
    }

    private static Shape fitting(Layer layer, Shape example) {
        ShapeAlgebra shapes = new ShapeAlgebra();
        layer.apply(shapes, new Scope("layer"), Expr.of(shapes, example.batched()));
        return example;
    }

    @Override
    public int run(Context context) {
        List<String> left = new ArrayList<>();
        List<Verified> verified = verified(context, left);
        verified.forEach(part -> print(context, part));
        left.forEach(line -> context.note("left out: " + line));
        boolean passed = verified.stream().allMatch(Verified::passed);
        context.result(Map.of(
                "passed",
                passed,
                "laws",
                verified.stream()
                        .flatMap(part -> part.laws().stream().map(law -> document(part, law)))
                        .toList()));
        return passed ? 0 : 1;
    }

    private List<Verified> verified(Context context, List<String> left) {
        List<String> arguments = context.arguments();
        if (arguments.isEmpty() && all) {
            return lawful().stream()
                    .flatMap(lawful -> lawful.all(Extensions.of(context), left).stream())
                    .toList();
        }
        Lawful<?> lawful = lawful(context, arguments.isEmpty() ? "" : arguments.get(0));
        List<String> rest = arguments.subList(1, arguments.size());
        if (all == rest.isEmpty()) {
            return all ? lawful.all(Extensions.of(context), left) : List.of(lawful.one(Extensions.of(context), rest));
        }
        String point = lawful.point().id();
        throw new InvalidInput(
                "",
                "expected either the name of one " + point + " or --all ("
                        + Extensions.of(context).hint(lawful.point(), "") + ")");
    }

    private Lawful<?> lawful(Context context, String id) {
        List<String> known =
                lawful().stream().<String>map(lawful -> lawful.point().id()).toList();
        return lawful().stream()
                .filter(lawful -> lawful.point().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        id, "name what to verify: POINT NAME, POINT --all or --all; " + hint(context, id, known)));
    }

    /** The nearest point, or the point whose part was named without it. */
    private String hint(Context context, String word, List<String> points) {
        return lawful().stream()
                .map(Lawful::point)
                .filter(point ->
                        Extensions.of(context).contribution(point, word).isPresent())
                .findFirst()
                .map(point -> "did you mean '" + point.id() + " " + word + "'?")
                .orElseGet(() -> Nearest.hint(word, points));
    }

    private void print(Context context, Verified part) {
        List<Law> laws = part.laws();
        String name = (all && context.arguments().isEmpty() ? part.point() + " " : "") + part.name();
        for (Law law : laws) {
            if (!law.passed()) {
                context.print("BROKEN  " + law.law());
                context.print("        " + law.formula() + ": expected " + number(law.expected()) + " within "
                        + number(law.tolerance()) + ", measured " + number(law.measured()));
            } else if (!all) {
                context.print("ok      " + law.law() + " (" + law.formula() + "): " + number(law.measured()));
            }
        }
        long broken = laws.stream().filter(law -> !law.passed()).count();
        context.print(
                broken == 0
                        ? name + " keeps all " + laws.size() + " laws"
                        : name + " breaks " + broken + " of " + laws.size() + " laws");
    }

    /** Nine digits: more than any tolerance but that of doubles. */
    private static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toString()
                : Double.toString(value);
    }

    private static Map<String, ?> document(Verified part, Law law) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("point", part.point());
        document.put("name", part.name());
        document.putAll(law.document());
        return document;
    }
}
