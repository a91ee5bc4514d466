package org.gan4j.registry;

import com.google.inject.Injector;
import com.google.inject.Key;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gan4j.api.problem.Problem;

/** Tells which of the plug-ins that are not in use may have brought a name; bound by whoever looked for them. */
@FunctionalInterface
public interface UnusedContributors {
    /**
     * Whether the plug-in may have brought a part of this name.
     *
     * @param trouble what is wrong with it
     */
    boolean mayBring(Problem trouble, String name);

    /** The lines of those that may, in parentheses; if there is none, how many there are that nothing is known of. */
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
