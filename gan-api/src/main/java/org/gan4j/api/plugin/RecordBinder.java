package org.gan4j.api.plugin;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.problem.Problems;

/**
 * Builds a record from what the user wrote: checks names, types and ranges against its {@link Param}s, fills in the defaults,
 * and reports every mistake with its place.
 */
public final class RecordBinder {
    /** Builds the parts that a record has as components. */
    interface Nested {
        /** Whether a component of this type is a part. */
        boolean isPart(Class<?> type);

        /** The part that a setting describes; empty, with problems added, if it describes none. */
        Optional<? extends Part<?>> part(Class<?> type, String key, Setting setting, Problems problems);
    }

    /** A record, and its parameters as a user would write them. */
    public record Bound<R>(R value, SortedMap<String, String> parameters) {}

    private record Value(Object object, SortedMap<String, String> text) {}

    private final Nested nested;

    RecordBinder(Nested nested) {
        this.nested = nested;
    }

    /** A binder for records without parts among their components. */
    public static RecordBinder plain() {
        return new RecordBinder(new Nested() {
            @Override
            public boolean isPart(Class<?> type) {
                return false;
            }

            @Override
            public Optional<Part<?>> part(Class<?> type, String key, Setting setting, Problems problems) {
                return Optional.empty();
            }
        });
    }

    /**
     * Builds the record.
     *
     * @param key      the key that its parameters nest under, for messages
     * @param given    what the user wrote, by parameter name
     * @param problems where mistakes go; if there were any, the result is empty
     */
    public <R> Optional<Bound<R>> bind(Class<R> type, String key, Map<String, Setting> given, Problems problems) {
        int before = problems.list().size();
        List<Parameter> parameters = Parameter.of(type);
        List<String> names = parameters.stream().map(Parameter::name).toList();
        given.forEach((name, setting) -> {
            if (!names.contains(name)) {
                problems.add(
                        setting.where(),
                        "unknown key '" + join(key, name) + "', "
                                + Nearest.hint(
                                        join(key, name),
                                        names.stream()
                                                .map(known -> join(key, known))
                                                .toList()));
            }
        });
        SortedMap<String, String> text = new TreeMap<>();
        List<Object> values = new ArrayList<>();
        for (Parameter parameter : parameters) {
            value(parameter, key, given, problems).ifPresent(value -> {
                values.add(value.object);
                text.putAll(value.text);
            });
        }
        if (problems.list().size() > before) {
            return Optional.empty();
        }
        return construct(type, key, values, given, problems).map(record -> new Bound<>(record, text));
    }

    private Optional<Value> value(Parameter parameter, String key, Map<String, Setting> given, Problems problems) {
        Setting setting = given.get(parameter.name());
        if (setting == null && parameter.required()) {
            problems.add(
                    key,
                    "key '" + join(key, parameter.name()) + "' is missing: "
                            + parameter.declared().doc());
            return Optional.empty();
        }
        Setting defaultValue = Setting.parse(parameter.declared().value(), join(key, parameter.name()) + " (default)");
        Setting effective = setting == null ? defaultValue : withDefaultName(setting, defaultValue);
        return convert(parameter, parameter.type(), effective, join(key, parameter.name()), parameter.name(), problems);
    }

    /** Parameters given for a nested part whose name was left to its default. */
    private static Setting withDefaultName(Setting setting, Setting defaultValue) {
        if (setting instanceof Setting.Fields fields
                && !fields.fields().containsKey("name")
                && defaultValue instanceof Setting.Text) {
            Map<String, Setting> named = new LinkedHashMap<>(fields.fields());
            named.put("name", defaultValue);
            return new Setting.Fields(named, fields.where());
        }
        return setting;
    }

    private Optional<Value> convert(
            Parameter parameter, Type type, Setting setting, String key, String name, Problems problems) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return convertList(parameter, list.getActualTypeArguments()[0], setting, key, name, problems);
        }
        Class<?> raw = (Class<?>) type;
        if (nested.isPart(raw)) {
            return nested.part(raw, key, setting, problems).map(part -> {
                SortedMap<String, String> text = new TreeMap<>();
                text.put(name, part.name());
                part.parameters().forEach((inner, value) -> text.put(name + "." + inner, value));
                return new Value(part.value(), text);
            });
        }
        if (!(setting instanceof Setting.Text text)) {
            problems.add(setting.where(), "'" + key + "' takes one " + parameter.typeName() + ", not several values");
            return Optional.empty();
        }
        return scalar(parameter, raw, text, key, problems)
                .map(object -> new Value(object, new TreeMap<>(Map.of(name, write(object)))));
    }

    private Optional<Value> convertList(
            Parameter parameter, Type element, Setting setting, String key, String name, Problems problems) {
        List<Setting> items = setting instanceof Setting.Items list ? list.items() : List.of(setting);
        List<Object> objects = new ArrayList<>();
        SortedMap<String, String> text = new TreeMap<>();
        List<String> written = new ArrayList<>();
        for (Setting item : items) {
            Optional<Value> value = convert(parameter, element, item, key, name, problems);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            objects.add(value.get().object);
            written.add(value.get().text.get(name));
        }
        text.put(name, written.stream().collect(Collectors.joining(",", "[", "]")));
        return Optional.of(new Value(List.copyOf(objects), text));
    }

    private static Optional<Object> scalar(
            Parameter parameter, Class<?> type, Setting.Text setting, String key, Problems problems) {
        String text = setting.text();
        try {
            Object value = parse(type, text);
            if (value instanceof Number number) {
                double min = parameter.declared().min();
                double max = parameter.declared().max();
                if (!(number.doubleValue() >= min && number.doubleValue() <= max)) {
                    problems.add(setting.where(), "'" + key + "' must be " + range(min, max) + ", not " + text);
                    return Optional.empty();
                }
            }
            return Optional.of(value);
        } catch (IllegalArgumentException e) {
            problems.add(setting.where(), "'" + key + "' takes " + expected(type) + ", not '" + text + "'");
            return Optional.empty();
        }
    }

    private static Object parse(Class<?> type, String text) {
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        } else if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        } else if (type == double.class || type == Double.class) {
            return Double.valueOf(text);
        } else if (type == boolean.class || type == Boolean.class) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException(text);
            }
            return Boolean.valueOf(text);
        } else if (type == String.class) {
            return text;
        } else if (type == Path.class) {
            return Path.of(text);
        } else if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> enumName((Enum<?>) constant).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text));
        }
        throw new IllegalStateException("a parameter cannot have the type " + type.getName());
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> enumName((Enum<?>) constant))
                            .collect(Collectors.joining(", "));
        } else if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        } else if (type == double.class || type == Double.class) {
            return "a number";
        } else if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return "a " + type.getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** An enum constant as users write it: lower case, with dashes. */
    static String enumName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String write(Object value) {
        return value instanceof Enum<?> constant ? enumName(constant) : value.toString();
    }

    private static String range(double min, double max) {
        if (max == Double.POSITIVE_INFINITY) {
            return "at least " + number(min);
        }
        return min == Double.NEGATIVE_INFINITY
                ? "at most " + number(max)
                : "between " + number(min) + " and " + number(max);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static <R> Optional<R> construct(
            Class<R> type, String key, List<Object> values, Map<String, Setting> given, Problems problems) {
        Class<?>[] signature = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        String where = given.values().stream().map(Setting::where).findFirst().orElse(key);
        String subject = key.isEmpty() ? "" : key + ": ";
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(signature);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values.toArray()));
        } catch (InvocationTargetException e) {
            problems.add(where, subject + reason(e.getCause()));
        } catch (ReflectiveOperationException | LinkageError e) {
            problems.add(where, subject + type.getName() + " cannot be built: " + e);
        }
        return Optional.empty();
    }

    /** The message of a refused argument; anything else is the part's own failure and named as such. */
    private static String reason(Throwable cause) {
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : "failed when it was built: " + cause;
    }

    private static String join(String key, String name) {
        return key.isEmpty() ? name : key + "." + name;
    }
}
