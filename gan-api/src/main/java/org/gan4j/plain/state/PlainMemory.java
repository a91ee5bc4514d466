package org.gan4j.plain.state;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.Memory;
import org.gan4j.api.algebra.Algebra;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;

/** What a loss or term keeps, on the host: it reads the values of one update and notes those that are set. */
public final class PlainMemory<T> implements Memory<T> {
    private final Algebra<T> algebra;
    private final Map<String, T> before;
    private final SortedMap<String, T> after = new TreeMap<>();

    /**
     * Creates the memory of one update.
     *
     * @param before values by name; others have their first value
     */
    public PlainMemory(Algebra<T> algebra, Map<String, T> before) {
        this.algebra = algebra;
        this.before = Map.copyOf(before);
    }

    @Override
    public Expr<T> get(String name, Shape shape, double first) {
        T known = before.get(name);
        return Expr.of(algebra, known == null ? algebra.constant(first) : known);
    }

    @Override
    public void set(String name, Expr<T> value) {
        after.put(name, value.raw());
    }

    /** Returns what this update has set, by name. */
    public SortedMap<String, T> after() {
        return Collections.unmodifiableSortedMap(after);
    }
}
