package org.gan4j.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.problem.Problems;

/**
 * The points by id, and the contributions to each by name. If two clash, the first stays. It is filled once, then only
 * read.
 */
final class Registry {
    private final SortedMap<String, ExtensionPoint<?>> points = new TreeMap<>();
    private final Map<String, SortedMap<String, Contribution>> contributions = new TreeMap<>();

    void accept(ExtensionPoint<?> point, Problems clashes) {
        ExtensionPoint<?> earlier = points.putIfAbsent(point.id(), point);
        if (earlier != null) {
            clashes.add(
                    Wiring.place(point.contract()),
                    "the extension point '" + point.id() + "' is already declared for "
                            + earlier.contract().getName() + ", which stays");
        }
    }

    void accept(Contribution contribution, Problems clashes) {
        if (!points.containsKey(contribution.point())) {
            clashes.add(
                    place(contribution),
                    "contributes \"" + contribution.name()
                            + "\" to the unknown extension point '" + contribution.point() + "', "
                            + Nearest.hint(contribution.point(), points.keySet()));
            return;
        }
        Class<?> contract = points.get(contribution.point()).contract();
        if (!contract.isAssignableFrom(contribution.type())) {
            clashes.add(
                    place(contribution),
                    contribution.point() + " \"" + contribution.name() + "\" is left out: it is "
                            + contribution.type().getName() + ", which does not implement " + contract.getSimpleName());
            return;
        }
        Contribution earlier = contributions
                .computeIfAbsent(contribution.point(), id -> new TreeMap<>())
                .putIfAbsent(contribution.name(), contribution);
        if (earlier != null) {
            clashes.add(
                    place(contribution),
                    contribution.point() + " \"" + contribution.name() + "\" is left out: it is already provided by "
                            + place(earlier) + " (" + earlier.type().getName()
                            + "); rename one of them, or remove one of the plug-ins");
        }
    }

    /** Returns the name that users know for the plug-in of a contribution. */
    static String place(Contribution contribution) {
        return Wiring.place(contribution.module());
    }

    List<ExtensionPoint<?>> points() {
        return List.copyOf(points.values());
    }

    /** Returns the point that contracts of this type belong to, if there is one. */
    Optional<ExtensionPoint<?>> pointOf(Class<?> contract) {
        return points.values().stream()
                .filter(point -> point.contract() == contract)
                .min(Comparator.comparing(ExtensionPoint::id));
    }

    List<Contribution> contributions(String point) {
        return List.copyOf(contributions.getOrDefault(point, new TreeMap<>()).values());
    }

    Optional<Contribution> contribution(String point, String name) {
        return Optional.ofNullable(
                contributions.getOrDefault(point, new TreeMap<>()).get(name));
    }

    List<String> names(String point) {
        return contributions(point).stream().map(Contribution::name).toList();
    }
}
