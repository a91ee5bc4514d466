package org.gan4j.api.net;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;

/**
 * A net as data: a chain of layers, and named heads that branch off its end where a variant needs further outputs (a class,
 * features, a code).
 *
 * <p>A layer's place is named by its {@link Layer#kind} and its number among layers of that kind ({@code maxout1}, {@code maxout2}), so
 * adding an activation neither renames nor re-initialises the weights around it.
 *
 * <p>Each net has the head {@link #FEATURES}, which is the input of its last layer.
 *
 * @param layers the chain from input to main output
 * @param heads  further outputs by name
 */
public record NetSpec(List<Layer> layers, Map<String, Branch> heads) {
    /** The name of the head that each net has: the input of the last layer. */
    public static final String FEATURES = "features";

    /**
     * The layers of a further output.
     *
     * @param from what the first of them is given
     */
    public record Branch(From from, List<Layer> layers) {
        /** The input of a branch. */
        public enum From {
            /** The input of the net's last layer. */
            FEATURES,
            /** The net's own input, so that the branch is a net beside the main one. */
            INPUT,
            /**
             * The input of the net's last layer, at that layer's place: the branch consists of the first of the layers that
             * the last layer is made of, and shares their weights.
             */
            WITHIN_LAST
        }

        public Branch {
            layers = List.copyOf(layers);
        }

        /** A chain that is given the input of the net's last layer. */
        public static Branch ofFeatures(Layer... layers) {
            return new Branch(From.FEATURES, List.of(layers));
        }
    }

    private static final Pattern KIND = Pattern.compile("[a-z]([a-z0-9-]*[a-z])?");

    public NetSpec {
        layers = List.copyOf(layers);
        heads = Map.copyOf(heads);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a net needs at least one layer");
        }
        if (heads.containsKey(FEATURES)) {
            throw new IllegalArgumentException(
                    "no head can be named \"" + FEATURES + "\": each net has it, as the input of its last layer");
        }
    }

    public static NetSpec of(List<Layer> layers) {
        return new NetSpec(layers, Map.of());
    }

    /**
     * Returns the net with one more head.
     *
     * @throws IllegalArgumentException if it has another head of this name
     */
    public NetSpec with(String head, Branch branch) {
        Branch known = heads.get(head);
        if (known != null && !known.equals(branch)) {
            throw new IllegalArgumentException("the head \"" + head + "\" is wanted as " + branch + ", and as " + known
                    + "; give one of them another name");
        }
        Map<String, Branch> more = new HashMap<>(heads);
        more.put(head, branch);
        return new NetSpec(layers, more);
    }

    /** Returns the net behind one more layer, which stands before the main chain and before each head of the input. */
    public NetSpec behind(Layer first) {
        Map<String, Branch> changed = new HashMap<>();
        heads.forEach((name, branch) -> changed.put(
                name,
                switch (branch.from) {
                    case FEATURES, WITHIN_LAST -> branch;
                    case INPUT -> new Branch(branch.from, behind(first, branch.layers));
                }));
        return new NetSpec(behind(first, layers), changed);
    }

    private static List<Layer> behind(Layer first, List<Layer> layers) {
        return Stream.concat(Stream.of(first), layers.stream()).toList();
    }

    /** Returns the net with its layers, and those of its heads, made into others. */
    public NetSpec map(UnaryOperator<List<Layer>> change) {
        Map<String, Branch> changed = new HashMap<>();
        heads.forEach((name, branch) -> changed.put(name, new Branch(branch.from, change.apply(branch.layers))));
        return new NetSpec(change.apply(layers), changed);
    }

    /** The main output for the input x. */
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        return chain(net, at, layers, x);
    }

    /**
     * The main output for the input x.
     *
     * @param entering called for each layer, in order, with its place and its input
     */
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x, BiConsumer<Scope, Expr<T>> entering) {
        return chain(net, at, layers, x, entering);
    }

    /** The output of a named head for the input x. */
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x, String head) {
        Branch branch = head.equals(FEATURES) ? Branch.ofFeatures() : heads.get(head);
        if (branch == null) {
            List<String> known = Stream.concat(
                            Stream.of(FEATURES), heads.keySet().stream().sorted())
                    .toList();
            throw new IllegalArgumentException("net " + at + " has no head \"" + head + "\"; it has " + known);
        }
        return switch (branch.from) {
            case INPUT -> chain(net, at.child(head), branch.layers, x);
            case FEATURES -> chain(net, at.child(head), branch.layers, features(net, at, x));
            case WITHIN_LAST -> chain(net, lastPlace(at), branch.layers, features(net, at, x));
        };
    }

    private <T> Expr<T> features(NetAlgebra<T> net, Scope at, Expr<T> x) {
        return chain(net, at, layers.subList(0, layers.size() - 1), x);
    }

    private Scope lastPlace(Scope at) {
        String kind = kind(layers.get(layers.size() - 1));
        long number = layers.stream().filter(layer -> kind(layer).equals(kind)).count();
        return at.child(kind + number);
    }

    public boolean separatesExamples() {
        return Stream.concat(layers.stream(), heads.values().stream().flatMap(branch -> branch.layers.stream()))
                .allMatch(Layer::separatesExamples);
    }

    private static <T> Expr<T> chain(NetAlgebra<T> net, Scope at, List<Layer> layers, Expr<T> x) {
        return chain(net, at, layers, x, (place, given) -> {});
    }

    private static <T> Expr<T> chain(
            NetAlgebra<T> net, Scope at, List<Layer> layers, Expr<T> x, BiConsumer<Scope, Expr<T>> entering) {
        Map<String, Integer> seen = new HashMap<>();
        Expr<T> y = x;
        for (Layer layer : layers) {
            String kind = kind(layer);
            Scope place = at.child(kind + seen.merge(kind, 1, Integer::sum));
            entering.accept(place, y);
            y = layer.apply(net, place, y);
        }
        return y;
    }

    private static String kind(Layer layer) {
        String kind = layer.kind();
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("layer " + layer + " calls its kind \"" + kind
                    + "\"; expected lower-case letters, digits and hyphens, with a letter at each end");
        }
        return kind;
    }
}
