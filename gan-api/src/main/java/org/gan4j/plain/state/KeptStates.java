package org.gan4j.plain.state;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.algebra.States;

/** The states of nets within one update: what was kept last wins over the value before the update. */
public final class KeptStates<T> implements States<T> {
    private final NamedTensors.Maker<T> before;
    private final Function<T, Shape> shapes;
    private final boolean keeping;
    private final SortedMap<String, Shape> known = new TreeMap<>();
    private final SortedMap<String, T> kept = new TreeMap<>();

    /**
     * Creates the states of one update.
     *
     * @param before  returns the value of a place before the update, the same for each call
     * @param shapes  returns the shape of a tensor
     * @param keeping false for nets that are not trained, which keep nothing
     */
    public KeptStates(NamedTensors.Maker<T> before, Function<T, Shape> shapes, boolean keeping) {
        this.before = before;
        this.shapes = shapes;
        this.keeping = keeping;
    }

    @Override
    public T get(Scope at, Shape shape, Initializer first) {
        T value = before(at, shape, first);
        return kept.getOrDefault(at.name(), value);
    }

    @Override
    public T before(Scope at, Shape shape, Initializer first) {
        T value = before.make(at, shape, first);
        known.put(at.name(), shape);
        return value;
    }

    @Override
    public void keep(Scope at, T value) {
        Shape shape = known.get(at.name());
        if (shape == null) {
            throw new IllegalArgumentException(
                    "the state " + at + " is kept before anybody has asked for it; ask for it first, because that"
                            + " gives it its first value");
        }
        if (!shapes.apply(value).equals(shape)) {
            throw new IllegalArgumentException(
                    "the state " + at + " has the shape " + shape + ", not " + shapes.apply(value));
        }
        if (keeping) {
            kept.put(at.name(), value);
        }
    }

    /** Returns the states asked for so far, by name. */
    public Map<String, Shape> known() {
        return Collections.unmodifiableSortedMap(known);
    }

    /** Returns what this update has kept, by name. */
    public SortedMap<String, T> kept() {
        return Collections.unmodifiableSortedMap(kept);
    }
}
