package org.gan4j.gradient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gan4j.api.algebra.Algebra;
import org.gan4j.api.algebra.Shape;
import org.jspecify.annotations.Nullable;

/** Results in the order of their computation, with their inputs and the way of an adjoint from each result to its inputs. */
final class Recording<T> {
    private final Supplier<Map<T, T>> maps;
    private final List<Entry<T>> entries = new ArrayList<>();

    /**
     * Creates an empty recording.
     *
     * @param maps creates empty maps that tell one tensor from another
     */
    Recording(Supplier<Map<T, T>> maps) {
        this.maps = maps;
    }

    /**
     * An input of an operation.
     *
     * @param back the adjoint of the input, of its shape, from the adjoint of the result
     */
    record Edge<T>(T input, UnaryOperator<T> back) {
        static <T> List<Edge<T>> of(Map<T, UnaryOperator<T>> back) {
            return back.entrySet().stream()
                    .map(each -> new Edge<>(each.getKey(), each.getValue()))
                    .toList();
        }
    }

    private record Entry<T>(T result, List<Edge<T>> edges) {
        boolean dependsOnOneOf(Map<T, T> tensors) {
            return edges.stream().anyMatch(edge -> tensors.containsKey(edge.input()));
        }
    }

    /** Adds an operation, unless its result is an input unchanged, and returns the result. */
    T all(T result, List<Edge<T>> edges) {
        if (edges.stream().noneMatch(edge -> edge.input() == result)) {
            entries.add(new Entry<>(result, edges));
        }
        return result;
    }

    /** Returns the gradient of a scalar. */
    T gradient(Algebra<T> algebra, Shape shape, T y, T with) {
        if (shape.rank() != 0) {
            throw new IllegalArgumentException(
                    "a gradient is taken of a scalar, such as a mean; this has the shape " + shape);
        }
        T gradient = adjoint(y, algebra.constant(1), with, algebra::add);
        if (gradient == null) {
            throw new IllegalArgumentException(
                    "a scalar has no gradient with respect to what it does not depend on" + " differentiably");
        }
        return gradient;
    }

    private @Nullable T adjoint(T y, T seed, T with, BinaryOperator<T> sum) {
        Map<T, T> dependent = maps.get();
        dependent.put(with, with);
        List<Entry<T>> path = path(dependent);
        Map<T, T> adjoints = maps.get();
        adjoints.put(y, seed);
        Collections.reverse(path);
        for (Entry<T> entry : path) {
            T adjoint = adjoints.get(entry.result());
            if (adjoint != null) {
                for (Edge<T> edge : entry.edges()) {
                    if (dependent.containsKey(edge.input())) {
                        adjoints.merge(edge.input(), edge.back().apply(adjoint), sum);
                    }
                }
            }
        }
        return adjoints.get(with);
    }

    /** Returns the entries that depend on one of some tensors, in order, and adds their results to these. */
    private List<Entry<T>> path(Map<T, T> dependent) {
        List<Entry<T>> path = new ArrayList<>();
        for (Entry<T> entry : entries) {
            if (entry.dependsOnOneOf(dependent)) {
                path.add(entry);
                dependent.put(entry.result(), entry.result());
            }
        }
        return path;
    }
}
