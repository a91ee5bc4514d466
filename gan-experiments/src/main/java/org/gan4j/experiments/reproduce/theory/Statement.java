package org.gan4j.experiments.reproduce.theory;

import java.util.List;
import org.gan4j.api.Law;

/**
 * One statement of the paper with the lines that measure it.
 *
 * @param title what the paper calls it
 * @param where section and equations
 */
record Statement(String title, String where, List<Law> laws) {
    Statement {
        laws = List.copyOf(laws);
    }

    boolean passed() {
        return laws.stream().allMatch(Law::passed);
    }
}
