package org.gan4j.experiments.reproduce.section7.semisupervised;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.gan4j.api.problem.WorkFailed;

/**
 * The minimum of a smooth convex function by L-BFGS: directions from the last ten steps, step lengths halved until the function falls by a
 * share of what its slope promises. Source: Nocedal and Wright 2006, Numerical Optimization, algorithms 7.4 and 3.1.
 */
final class Lbfgs {
    private static final int MEMORY = 10;
    private static final int ITERATIONS = 5000;
    private static final int HALVINGS = 50;
    private static final double SHARE = 1e-4;

    /** A function with its gradient. */
    interface Objective {
        /** The value at x; the gradient is written into the second array. */
        double at(double[] x, double[] gradient);
    }

    /** A step, and how much the gradient changed with it. */
    private record Pair(double[] step, double[] change, double product) {}

    private Lbfgs() {}

    /**
     * Returns where the function is least.
     *
     * @param start     not changed
     * @param tolerance the largest slope, in any direction of the axes, at which it ends
     * @throws WorkFailed if it does not get there, as where the function has no minimum
     */
    static double[] minimum(Objective objective, double[] start, double tolerance) {
        double[] x = start.clone();
        double[] gradient = new double[x.length];
        double value = objective.at(x, gradient);
        Deque<Pair> pairs = new ArrayDeque<>();
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            if (largest(gradient) <= tolerance) {
                return x;
            }
            double[] direction = direction(gradient, pairs);
            double[] next = new double[x.length];
            double[] after = new double[x.length];
            double lower = descend(objective, x, value, gradient, direction, next, after);
            if (Double.isNaN(lower)) {
                break;
            }
            remember(pairs, difference(next, x), difference(after, gradient));
            x = next;
            gradient = after;
            value = lower;
        }
        if (largest(gradient) <= 10 * tolerance) {
            return x;
        }
        throw new WorkFailed("the classifier's fit did not come to an end: the largest slope is " + largest(gradient)
                + ", to be " + tolerance + " or less");
    }

    /** Goes down along a direction; NaN if rounding leaves no way down. */
    private static double descend(
            Objective objective,
            double[] x,
            double value,
            double[] gradient,
            double[] direction,
            double[] next,
            double[] after) {
        double slope = dot(gradient, direction);
        double length = 1;
        for (int i = 0; i < HALVINGS; i++, length /= 2) {
            for (int j = 0; j < x.length; j++) {
                next[j] = x[j] + length * direction[j];
            }
            double reached = objective.at(next, after);
            if (reached <= value + SHARE * length * slope) {
                return reached;
            }
        }
        return Double.NaN;
    }

    /** Minus the inverse Hessian, as far as the remembered steps show it, times the gradient. */
    private static double[] direction(double[] gradient, Deque<Pair> pairs) {
        double[] q = gradient.clone();
        double[] shares = new double[pairs.size()];
        int i = 0;
        for (Pair pair : pairs) {
            shares[i] = dot(pair.step, q) / pair.product;
            add(q, -shares[i++], pair.change);
        }
        if (!pairs.isEmpty()) {
            Pair newest = pairs.getFirst();
            scale(q, newest.product / dot(newest.change, newest.change));
        }
        for (Iterator<Pair> oldestFirst = pairs.descendingIterator(); oldestFirst.hasNext(); ) {
            Pair pair = oldestFirst.next();
            add(q, shares[--i] - dot(pair.change, q) / pair.product, pair.step);
        }
        scale(q, -1);
        return q;
    }

    /** The newest comes first; a step along which the slope did not rise says nothing, and rounding can make one. */
    private static void remember(Deque<Pair> pairs, double[] step, double[] change) {
        double product = dot(step, change);
        if (product <= 0) {
            return;
        }
        pairs.addFirst(new Pair(step, change, product));
        if (pairs.size() > MEMORY) {
            pairs.removeLast();
        }
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = a.clone();
        add(difference, -1, b);
        return difference;
    }

    private static void add(double[] to, double factor, double[] x) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * x[i];
        }
    }

    private static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double largest(double[] x) {
        double largest = 0;
        for (double each : x) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }
}
