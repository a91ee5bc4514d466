package org.gan4j.registry;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gan4j.api.part.Contribution;
import org.gan4j.binding.Parameter;

/** Finds the parts of an extension point that have a parameter which another part lacks. */
final class ParameterOwners {
    /** The most parts that are named. */
    private static final int MOST = 3;

    private ParameterOwners() {}

    /** Returns the end of a message about a parameter that a part lacks: which others have it; empty if none has. */
    static String hint(String point, List<Contribution> contributions, String parameter) {
        Set<String> owners = new TreeSet<>();
        contributions.stream()
                .filter(contribution -> names(contribution).contains(parameter))
                .forEach(contribution -> owners.add(point + "=" + contribution.name()));
        if (owners.isEmpty()) {
            return "";
        }
        String named = String.join(", ", owners.stream().limit(MOST).toList());
        return "; '" + parameter + "' belongs to " + named + (owners.size() > MOST ? " and others" : "");
    }

    private static List<String> names(Contribution contribution) {
        try {
            return contribution.type().isRecord()
                    ? Parameter.of(contribution.type()).stream()
                            .map(Parameter::name)
                            .toList()
                    : List.of();
        } catch (IllegalStateException | LinkageError | TypeNotPresentException e) {
            // A part that cannot be described is told of when it is used.
            return List.of();
        }
    }
}
