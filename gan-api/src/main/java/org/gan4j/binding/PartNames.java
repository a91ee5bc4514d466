package org.gan4j.binding;

import java.util.Optional;

/** The names under which classes are contributed. */
@FunctionalInterface
public interface PartNames {
    /**
     * Returns the name of a class among the contributions for a contract; empty if no plug-in contributes the class.
     */
    Optional<String> name(Class<?> contract, Class<?> type);
}
