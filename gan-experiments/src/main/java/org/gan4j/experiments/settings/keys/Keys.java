package org.gan4j.experiments.settings.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Generator;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.experiment.Backend;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Term;
import org.gan4j.binding.Parameter;

/** Every key that an experiment has besides its parts' parameters: the one place of their order, defaults and meaning. */
public final class Keys {
    /**
     * A key.
     *
     * @param name  as written, such as {@code eval.every}
     * @param type  what it takes: {@code long}, {@code loss}, {@code list of metric}
     * @param value the default as a user would write it; empty where the key must be given
     * @param doc   what it means
     */
    public record Key(String name, String type, String value, String doc) {}

    /** A key that takes one part; it is called as its point is. */
    private record One(ExtensionPoint<?> point, String value) {}

    /** A key that takes several parts. */
    public record Several(String name, ExtensionPoint<?> point, String value, String doc) {}

    private static final List<One> ONE = List.of(
            new One(Loss.POINT, "non-saturating"),
            new One(Generator.POINT, "mlp"),
            new One(Discriminator.POINT, "mlp"),
            new One(Prior.POINT, "uniform"),
            new One(Schedule.POINT, "algorithm-1"),
            new One(Optimizer.POINT, "adam"),
            new One(Dataset.POINT, ""),
            new One(Backend.POINT, "tensorflow"));

    public static final Several METRICS =
            new Several("metrics", Metric.POINT, "[]", "what generated examples are judged by");
    public static final Several TERMS =
            new Several("terms", Term.POINT, "[]", "further addends of a player's objective");
    public static final Several PROBES = new Several(
            "probes",
            Loss.POINT,
            "[minimax,non-saturating]",
            "losses whose generator gradients are compared at the same parameters");
    public static final List<Several> SEVERAL = List.of(METRICS, TERMS, PROBES);

    /** Keys that share what stands before their dot, and the record whose components they are. */
    private record Group(String prefix, Class<?> numbers) {}

    private static final List<Group> GROUPS = List.of(
            new Group("", RunSettings.class),
            new Group("eval.", RunSettings.Eval.class),
            new Group("costly.", RunSettings.Costly.class),
            new Group("report.", RunSettings.Report.class),
            new Group("checkpoint.", RunSettings.Checkpoint.class),
            new Group("precision.", RunSettings.Forced.class));

    private static final List<Key> ALL = collect();
    private static final List<String> NAMES = ALL.stream().map(Key::name).toList();

    private Keys() {}

    /** All keys, in the order in which they are shown. */
    public static List<Key> all() {
        return ALL;
    }

    private static List<Key> collect() {
        List<Key> keys = new ArrayList<>();
        ONE.forEach(one -> keys.add(new Key(one.point.id(), one.point.id(), one.value, one.point.purpose())));
        SEVERAL.forEach(several ->
                keys.add(new Key(several.name, "list of " + several.point.id(), several.value, several.doc)));
        for (Group group : GROUPS) {
            for (Parameter parameter : Parameter.of(group.numbers())) {
                keys.add(new Key(
                        group.prefix() + parameter.name(),
                        parameter.typeName(),
                        parameter.declared().value(),
                        parameter.declared().doc()));
            }
        }
        return List.copyOf(keys);
    }

    public static List<String> names() {
        return NAMES;
    }

    /** Returns the point whose parts a key takes, one or several; empty for a number. */
    public static Optional<ExtensionPoint<?>> point(String key) {
        Optional<ExtensionPoint<?>> several = SEVERAL.stream()
                .filter(one -> one.name.equals(key))
                .<ExtensionPoint<?>>map(Several::point)
                .findFirst();
        return several.isPresent()
                ? several
                : ONE.stream()
                        .<ExtensionPoint<?>>map(One::point)
                        .filter(point -> point.id().equals(key))
                        .findFirst();
    }

    /** Returns whether parameters may nest under the key. */
    public static boolean isPart(String key) {
        return ONE.stream().anyMatch(one -> one.point.id().equals(key)) || isSeveral(key);
    }

    public static boolean isSeveral(String key) {
        return SEVERAL.stream().anyMatch(several -> several.name.equals(key));
    }
}
