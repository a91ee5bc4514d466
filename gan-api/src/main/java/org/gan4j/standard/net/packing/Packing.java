package org.gan4j.standard.net.packing;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;

/**
 * Puts m examples side by side along the last axis: [batch × … × c] becomes [batch × … × m·c]. While training these are an example and
 * those that follow it in the batch; otherwise they are copies of one.
 */
record Packing(int size) implements Layer {
    @Override
    public String kind() {
        return "packing";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        List<T> pack = IntStream.range(0, size)
                .mapToObj(place -> net.training() && place > 0 ? net.roll(x.raw(), place) : x.raw())
                .toList();
        return x.with(net.concat(-1, pack));
    }

    @Override
    public boolean separatesExamples() {
        return false;
    }
}
