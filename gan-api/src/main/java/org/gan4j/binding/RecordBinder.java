package org.gan4j.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gan4j.api.part.Param;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.problem.Problems;
import org.gan4j.digest.Digest;
import org.jspecify.annotations.Nullable;

/**
 * Builds a record from what the user wrote: checks names, types and ranges against its {@link Param}s, fills in the defaults,
 * and reports every mistake with its place.
 */
public final class RecordBinder {
    /** A factory for the parts that a record has as components. */
    public interface Nested {
        /** Returns whether a component of this type is a part. */
        boolean isPart(Class<?> type);

        /** Returns the part that a setting describes; if it describes none, adds problems and returns empty. */
        Optional<? extends Part<?>> part(Class<?> type, String key, Setting setting, Problems problems);

        /** Returns all parameters, by key, of the part that a setting names; empty if it names none. */
        Map<String, Parameter> parameters(Class<?> type, String key, Setting setting);
    }

    private final Nested nested;

    /** Creates a binder that uses this factory for parts among the components. */
    public RecordBinder(Nested nested) {
        this.nested = nested;
    }

    /** Creates a binder for records without parts among their components. */
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

            @Override
            public Map<String, Parameter> parameters(Class<?> type, String key, Setting setting) {
                return Map.of();
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
    public <R> Optional<R> bind(Class<R> type, String key, Map<String, Setting> given, Problems problems) {
        return bind(type, key, given, name -> "", problems);
    }

    /**
     * Builds the record of a part that others could take the place of.
     *
     * @param others says of a parameter that the record lacks which others have it; empty for none
     */
    public <R> Optional<R> bind(
            Class<R> type, String key, Map<String, Setting> given, UnaryOperator<String> others, Problems problems) {
        try {
            return bind(type, Parameter.of(type), key, given, others, problems);
        } catch (IllegalStateException e) {
            problems.add(key, String.valueOf(e.getMessage()));
        } catch (LinkageError | TypeNotPresentException e) {
            problems.add(key, owner(type) + " cannot be built: " + e);
        }
        return Optional.empty();
    }

    private <R> Optional<R> bind(
            Class<R> type,
            List<Parameter> parameters,
            String key,
            Map<String, Setting> given,
            UnaryOperator<String> others,
            Problems problems) {
        int before = problems.list().size();
        reportUnknown(parameters, key, given, others, problems);
        List<Object> values = new ArrayList<>();
        for (Parameter parameter : parameters) {
            value(parameter, key, given, problems).ifPresent(values::add);
        }
        if (problems.list().size() > before) {
            return Optional.empty();
        }
        return construct(type, key, values, given, problems);
    }

    private void reportUnknown(
            List<Parameter> parameters,
            String key,
            Map<String, Setting> given,
            UnaryOperator<String> others,
            Problems problems) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        given.forEach((name, setting) -> {
            if (!names.contains(name)) {
                String hint = Nearest.below(
                                name, parameters(parameters, key, given).keySet())
                        .orElseGet(() -> Nearest.hint(prefix(key), name, names)
                                + (Nearest.to(name, names).isEmpty() ? others.apply(name) : ""));
                problems.add(setting.where(), "unknown key '" + join(key, name) + "', " + hint);
            }
        });
    }

    /** Returns a record's parameters by key, and those of the parts among them. */
    public Map<String, Parameter> parameters(Class<?> type, String key, Setting setting) {
        Map<String, Setting> given = setting instanceof Setting.Fields fields ? fields.fields() : Map.of();
        try {
            return parameters(Parameter.of(type), key, given);
        } catch (IllegalStateException | LinkageError | TypeNotPresentException e) {
            // Building it will say so.
            return Map.of();
        }
    }

    private Map<String, Parameter> parameters(List<Parameter> parameters, String key, Map<String, Setting> given) {
        Map<String, Parameter> all = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            String path = join(key, parameter.name());
            all.put(path, parameter);
            Setting setting = effective(parameter, given.get(parameter.name()), path);
            if (setting != null && parameter.type() instanceof Class<?> type && nested.isPart(type)) {
                all.putAll(nested.parameters(type, path, setting));
            }
        }
        return all;
    }

    private Optional<?> value(Parameter parameter, String key, Map<String, Setting> given, Problems problems) {
        Setting setting = given.get(parameter.name());
        if (setting == null && parameter.required()) {
            problems.add(
                    key,
                    "key '" + join(key, parameter.name()) + "' is missing: "
                            + parameter.declared().doc());
            return Optional.empty();
        }
        String path = join(key, parameter.name());
        Setting effective = Objects.requireNonNull(effective(parameter, setting, path));
        return convert(parameter, parameter.type(), effective, path, problems);
    }

    private static @Nullable Setting effective(Parameter parameter, @Nullable Setting setting, String path) {
        if (parameter.required()) {
            return setting;
        }
        Setting defaultValue = Setting.parse(parameter.declared().value(), path + " (default)");
        return setting == null ? defaultValue : withDefaultName(setting, defaultValue);
    }

    /** Returns the parameters given for a nested part whose name was left to its default. */
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

    private Optional<?> convert(Parameter parameter, Type type, Setting setting, String key, Problems problems) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return convertList(parameter, list.getActualTypeArguments()[0], setting, key, problems);
        }
        Class<?> raw = (Class<?>) type;
        if (nested.isPart(raw)) {
            return nested.part(raw, key, setting, problems).map(Part::value);
        }
        if (!(setting instanceof Setting.Text text)) {
            problems.add(setting.where(), "'" + key + "' takes one " + parameter.typeName() + ", not several values");
            return Optional.empty();
        }
        return scalar(parameter, raw, text, key, problems);
    }

    private Optional<?> convertList(Parameter parameter, Type element, Setting setting, String key, Problems problems) {
        List<Setting> items = setting instanceof Setting.Items list ? list.items() : List.of(setting);
        List<Object> values = new ArrayList<>();
        for (Setting item : items) {
            convert(parameter, element, item, key, problems).ifPresent(values::add);
        }
        return values.size() < items.size() ? Optional.empty() : Optional.of(List.copyOf(values));
    }

    private static Optional<Object> scalar(
            Parameter parameter, Class<?> type, Setting.Text setting, String key, Problems problems) {
        String text = setting.text();
        try {
            Object value = Scalars.parse(type, text);
            if (value instanceof Number number && !Scalars.isWithin(parameter.declared(), number)) {
                problems.add(setting.where(), RangeCheck.outside(key, parameter.declared(), text));
                return Optional.empty();
            }
            return Optional.of(value);
        } catch (IllegalArgumentException e) {
            problems.add(
                    setting.where(),
                    "'" + key + "' takes " + Scalars.expected(type) + ", not '" + text + "'"
                            + Scalars.hint(type, text));
            return Optional.empty();
        }
    }

    private static <R> Optional<R> construct(
            Class<R> type, String key, List<Object> values, Map<String, Setting> given, Problems problems) {
        Class<?>[] signature = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        String where = given.values().stream().map(Setting::where).findFirst().orElse(key);
        String subject = where.equals(key) || key.isEmpty() ? "" : key + ": ";
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(signature);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values.toArray()));
        } catch (InvocationTargetException e) {
            problems.add(where, subject + reason(type, Objects.requireNonNull(e.getCause())));
        } catch (ReflectiveOperationException | LinkageError e) {
            problems.add(where, subject + owner(type) + " cannot be built: " + e);
        }
        return Optional.empty();
    }

    /** Returns the message of a refused argument; anything else is named as the part's own failure. */
    private static String reason(Class<?> type, Throwable cause) {
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : owner(type) + " failed when it was built: " + cause;
    }

    /** Returns the class, and the jar that contains it. */
    private static String owner(Class<?> type) {
        return type.getName()
                + Digest.codeSource(type)
                        .filter(Files::isRegularFile)
                        .map(jar -> " of " + jar.getFileName())
                        .orElse("");
    }

    private static String join(String key, String name) {
        return prefix(key) + name;
    }

    private static String prefix(String key) {
        return key.isEmpty() ? "" : key + ".";
    }
}
