package org.gan4j.registry;

import com.google.inject.Injector;
import com.google.inject.Key;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gan4j.api.problem.Problem;

/** Says which of the plug-ins that are not in use may provide a name. The code that looked for plug-ins binds it. */
@FunctionalInterface
public interface UnusedContributors {
    /**
     * Returns whether the plug-in may provide a part of this name.
     *
     * @param trouble what is wrong with it
     */
    boolean mayBring(Problem trouble, String name);

    /**
     * Returns the lines of those that may, in parentheses; if there is none, the number of plug-ins whose contents are
     * unknown.
     */
    static String explain(Injector injector, List<Problem> troubles, String name) {
        if (troubles.isEmpty()) {
            return "";
        }
        UnusedContributors suspects =
                injector.getInstance(new Key<Optional<UnusedContributors>>() {}).orElse((trouble, unknown) -> false);
        String lines = troubles.stream()
                .filter(trouble -> suspects.mayBring(trouble, name))
                .map(Problem::toString)
                .collect(Collectors.joining("; "));
        String count = troubles.size() == 1 ? "1 plug-in is" : troubles.size() + " plug-ins are";
        return lines.isEmpty() ? " (" + count + " not, or not fully, in use: see gan plugins)" : " (" + lines + ")";
    }
}
