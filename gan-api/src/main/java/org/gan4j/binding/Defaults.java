package org.gan4j.binding;

import java.util.Map;
import java.util.Optional;
import org.gan4j.api.part.Param;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.Problems;

/** Builds parts from the defaults that their {@link Param}s declare, for Java programs that change only some of them. */
public final class Defaults {
    private Defaults() {}

    /** Returns a part all of whose parameters have a default. */
    public static <R> R of(Class<R> type) {
        return of(type, Map.of());
    }

    /**
     * Returns a part with parts among its parameters.
     *
     * @param parts the classes that the defaults name
     */
    public static <R> R of(Class<R> type, Map<String, Class<?>> parts) {
        Problems problems = new Problems();
        Optional<R> built = new RecordBinder(new NamedClasses(parts)).bind(type, "", Map.of(), problems);
        return built.orElseThrow(
                () -> new IllegalStateException(type.getName() + " has no defaults: " + problems.list()));
    }

    private record NamedClasses(Map<String, Class<?>> classes) implements RecordBinder.Nested {
        @Override
        public boolean isPart(Class<?> type) {
            return type.isInterface();
        }

        @Override
        public Optional<? extends Part<?>> part(Class<?> type, String key, Setting setting, Problems problems) {
            String name = setting instanceof Setting.Text text ? text.text() : "";
            Class<?> named = classes.get(name);
            if (named == null) {
                problems.add(key, "the default names '" + name + "', and the classes given are " + classes.keySet());
                return Optional.empty();
            }
            return Optional.of(PartWriter.plain().named(key, name, of(named, classes), ""));
        }

        @Override
        public Map<String, Parameter> parameters(Class<?> type, String key, Setting setting) {
            return Map.of();
        }
    }
}
