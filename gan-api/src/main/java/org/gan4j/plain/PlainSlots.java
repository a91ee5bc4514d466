package org.gan4j.plain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.algebra.Algebra;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.train.Optimizer;

/** The slots of an optimizer for one parameter, on the host. Used by one thread. */
public final class PlainSlots implements Optimizer.Slots<Array> {
    private final Algebra<Array> algebra;
    private final Shape shape;
    private final Map<String, Array> before = new HashMap<>();
    private final Map<String, Array> after = new HashMap<>();
    private long updates;

    /** Creates the slots of a parameter of this shape before its first update. */
    public PlainSlots(Algebra<Array> algebra, Shape shape) {
        this.algebra = algebra;
        this.shape = shape;
    }

    /** Makes one update of the only parameter of a player, and returns its next value. */
    public Array update(Optimizer optimizer, Array parameter, Array gradient) {
        Expr<Array> by =
                optimizer.gradients(List.of(Expr.of(algebra, gradient))).get(0);
        Array next = optimizer.update(this, Expr.of(algebra, parameter), by).raw();
        before.putAll(after);
        updates++;
        return next;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Expr<Array> updates() {
        return Expr.of(algebra, algebra.constant((double) updates));
    }

    @Override
    public Expr<Array> get(String name) {
        return Expr.of(algebra, before.getOrDefault(name, Array.filled(shape, 0)));
    }

    @Override
    public void set(String name, Expr<Array> value) {
        if (!value.raw().shape().equals(shape)) {
            throw new IllegalArgumentException("slot " + name + " has the shape " + shape + ", not "
                    + value.raw().shape());
        }
        after.put(name, value.raw());
    }
}
