package org.gan4j.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.gan4j.api.part.Part;
import org.gan4j.digest.Digest;

/**
 * Writes a part down: its parameters as a user would write them, and the jars that its classes come from. An
 * experiment's settings and identity are derived here from the parts themselves.
 */
public final class PartWriter {
    /** The packages of gan4j's own classes; their version stands in a run's record, and their jars are not recorded. */
    private static final String BUILT_IN = "org.gan4j.";

    private final PartNames names;
    private final boolean printed;

    private PartWriter(PartNames names, boolean printed) {
        this.names = names;
        this.printed = printed;
    }

    /**
     * Creates a writer that gives parts the names under which they are contributed, and others the name of their class.
     */
    public PartWriter(PartNames names) {
        this(names, false);
    }

    /**
     * Creates a writer that knows no names: a part has the name of its class, and parts within it stand as Java prints
     * them.
     */
    public static PartWriter plain() {
        return new PartWriter((contract, type) -> Optional.empty(), true);
    }

    /** Returns an object as a part, under its key in the experiment. */
    public <P> Part<P> part(Class<P> contract, String key, P value) {
        return named(key, name(contract, value), value, "");
    }

    /** Returns an object as one of several parts; its key is that of the list and its own name. */
    public <P> Part<P> member(Class<P> contract, String list, P value) {
        String name = name(contract, value);
        return named(list + "." + name, name, value, "");
    }

    /**
     * Returns an object as a part, under a name that is known.
     *
     * @param module the module that bound it with {@code --module}, or empty
     */
    public <P> Part<P> named(String key, String name, P value, String module) {
        SortedMap<String, String> jars = new TreeMap<>();
        addJars(key, value, jars);
        return new Part<>(key, name, value, parameters(value), jars, module);
    }

    private String name(Class<?> contract, Object value) {
        return names.name(contract, value.getClass()).orElse(value.getClass().getName());
    }

    /** Returns the components of a record, including those of parts within it; any other object has none. */
    public SortedMap<String, String> parameters(Object part) {
        SortedMap<String, String> parameters = new TreeMap<>();
        components(
                part,
                (component, value) -> add(Parameter.nameOf(component), component.getGenericType(), value, parameters));
        return parameters;
    }

    private void add(String name, Type type, Object value, SortedMap<String, String> parameters) {
        if (value instanceof List<?> items && type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            parameters.put(
                    name, items.stream().map(item -> item(element, item)).collect(Collectors.joining(",", "[", "]")));
        } else if (isScalar(value)) {
            parameters.put(name, value == null ? "null" : Scalars.write(value));
        } else if (printed) {
            parameters.put(
                    name,
                    value.getClass().isRecord()
                            ? value.toString()
                            : value.getClass().getName());
        } else {
            parameters.put(name, name((Class<?>) type, value));
            parameters(value).forEach((inner, text) -> parameters.put(name + "." + inner, text));
        }
    }

    /** Returns one value of a list as text; a part with parameters is in YAML's short form. */
    private String item(Type type, Object value) {
        SortedMap<String, String> texts = new TreeMap<>();
        add("", type, value, texts);
        String itself = texts.remove("");
        return texts.isEmpty()
                ? itself
                : texts.entrySet().stream()
                        .map(inner -> inner.getKey().substring(1) + ": " + inner.getValue())
                        .collect(Collectors.joining(", ", "{name: " + itself + ", ", "}"));
    }

    private static void addJars(String key, Object value, SortedMap<String, String> jars) {
        if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                addJars(key + "." + (i + 1), items.get(i), jars);
            }
        } else if (!isScalar(value)) {
            if (!value.getClass().getName().startsWith(BUILT_IN)) {
                jars.put(key, Digest.ofCodeSource(value.getClass()));
            }
            components(value, (component, inner) -> addJars(key + "." + Parameter.nameOf(component), inner, jars));
        }
    }

    private static boolean isScalar(Object value) {
        return value == null
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof String
                || value instanceof Enum<?>
                || value instanceof Path
                || value instanceof List<?>
                || value.getClass().isArray();
    }

    private static void components(Object part, BiConsumer<RecordComponent, Object> visitor) {
        if (!part.getClass().isRecord()) {
            return;
        }
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                visitor.accept(component, component.getAccessor().invoke(part));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(part.getClass().getName() + " cannot be read", e);
            }
        }
    }
}
