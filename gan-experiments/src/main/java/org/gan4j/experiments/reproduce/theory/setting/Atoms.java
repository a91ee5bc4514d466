package org.gan4j.experiments.reproduce.theory.setting;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A distribution on finitely many places. The array is not copied and not changed. */
public record Atoms(double[] masses) {
    /** Proportional to some weights, none negative. */
    public static Atoms of(int size, IntToDoubleFunction weight) {
        double[] weights = IntStream.range(0, size).mapToDouble(weight).toArray();
        double sum = Arrays.stream(weights).sum();
        return new Atoms(Arrays.stream(weights).map(w -> w / sum).toArray());
    }

    /** Uniform over all distributions, as Dirichlet(1, …, 1). */
    public static Atoms random(int size, RandomGenerator random) {
        return of(size, i -> random.nextExponential());
    }

    public int size() {
        return masses.length;
    }

    public double mass(int i) {
        return masses[i];
    }

    /** share·this + (1 - share)·other. */
    public Atoms mixed(double share, Atoms other) {
        return of(size(), i -> share * masses[i] + (1 - share) * other.masses[i]);
    }

    /** Half the sum of |p - q|. */
    public double totalVariation(Atoms other) {
        return IntStream.range(0, size())
                        .mapToDouble(i -> Math.abs(masses[i] - other.masses[i]))
                        .sum()
                / 2;
    }
}
