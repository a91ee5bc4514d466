package org.gan4j.plain.state;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;

/** Tensors by the name of their place. Those that are not given are made when they are first asked for. */
public final class NamedTensors<T> {
    private final SortedMap<String, T> byName;
    private final Function<T, Shape> shapes;
    private final Maker<T> maker;

    /** Makes the first value of a tensor, of exactly the shape. */
    public interface Maker<T> {
        T make(Scope at, Shape shape, Initializer first);
    }

    /**
     * Creates the collection.
     *
     * @param given  the map is copied
     * @param shapes returns the shape of a tensor
     */
    public NamedTensors(Map<String, T> given, Function<T, Shape> shapes, Maker<T> maker) {
        this.byName = new TreeMap<>(given);
        this.shapes = shapes;
        this.maker = maker;
    }

    /** Returns the tensor of a place, which must have this shape. */
    public T get(Scope at, Shape shape, Initializer first) {
        T known = byName.get(at.name());
        if (known == null) {
            T made = maker.make(at, shape, first);
            byName.put(at.name(), made);
            return made;
        }
        if (!shapes.apply(known).equals(shape)) {
            throw new IllegalArgumentException(
                    at + " has the shape " + shapes.apply(known) + " for one input and would need " + shape
                            + " for another: the inputs of this net differ in width");
        }
        return known;
    }

    /** Returns all tensors given or made so far, by name. */
    public SortedMap<String, T> all() {
        return Collections.unmodifiableSortedMap(byName);
    }
}
