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
 * Writes a part down: its parameters as a user would write them, and the jars that its classes come from. Everything that an
 * experiment says of its parts is read from the parts themselves here.
 */
public final class PartWriter {
    /** Classes of these packages are gan4j's own; their version stands in a run's record, and their jars are not recorded. */
    private static final String BUILT_IN = "org.gan4j.";

    private final PartNames names;
    private final boolean printed;

    private PartWriter(PartNames names, boolean printed) {
        this.names = names;
        this.printed = printed;
    }

    /** A writer that gives parts the names under which they are contributed, and others the name of their class. */
    public PartWriter(PartNames names) {
        this(names, false);
    }

    /** A writer that knows no names: a part has the name of its class, and parts within it stand as Java prints them. */
    public static PartWriter plain() {
        return new PartWriter((contract, type) -> Optional.empty(), true);
    }

    /** The part that an object is, under its key in the experiment. */
    public <P> Part<P> part(Class<P> contract, String key, P value) {
        return named(key, name(contract, value), value, "");
    }

    /** One of several parts; its key is that of the list and its own name. */
    public <P> Part<P> member(Class<P> contract, String list, P value) {
        String name = name(contract, value);
        return named(list + "." + name, name, value, "");
    }

    /**
     * The part that an object is, under a name that is known.
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

    /** The components of a record, those of parts within it included; any other object has none. */
    public SortedMap<String, String> parameters(Object part) {
        SortedMap<String, String> parameters = new TreeMap<>();
        components(part, (component, value) -> add(component.getName(), component.getGenericType(), value, parameters));
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

    /** One value of a list; a part with parameters in YAML's short form. */
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
            components(value, (component, inner) -> addJars(key + "." + component.getName(), inner, jars));
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
