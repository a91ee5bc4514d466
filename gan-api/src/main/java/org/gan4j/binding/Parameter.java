package org.gan4j.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gan4j.api.part.Param;

/** A parameter of a part as its record declares it. */
public record Parameter(String name, Type type, Param declared) {
    /** Returns the parameters of a part's class; a class that is not a record has none. */
    public static List<Parameter> of(Class<?> part) {
        return part.isRecord()
                ? Arrays.stream(part.getRecordComponents()).map(Parameter::of).toList()
                : List.of();
    }

    private static Parameter of(RecordComponent component) {
        Param declared = component.getAnnotation(Param.class);
        if (declared == null) {
            throw new IllegalStateException(component.getDeclaringRecord().getName() + ": component \""
                    + component.getName() + "\" lacks @Param, so it cannot be set or documented");
        }
        return new Parameter(nameOf(component), component.getGenericType(), declared);
    }

    /** Returns the name of a component as users write it. */
    static String nameOf(RecordComponent component) {
        Param declared = component.getAnnotation(Param.class);
        return declared == null || declared.name().isEmpty() ? component.getName() : declared.name();
    }

    public boolean required() {
        return declared.value().isEmpty();
    }

    /** Returns the type as users read it: {@code double}, {@code list of int}, {@code initializer}. */
    public String typeName() {
        return typeName(type);
    }

    /** Returns the allowed range, such as {@code at least 0}; empty if every value of its type is allowed. */
    public String range() {
        boolean free = declared.min() == Double.NEGATIVE_INFINITY && declared.max() == Double.POSITIVE_INFINITY;
        return free ? "" : Scalars.range(declared.min(), declared.max());
    }

    /** Returns the whole description in a line: {@code margin (double, at least 0, default 1): the distance}. */
    public String summary() {
        String limits = range().isEmpty() ? "" : ", " + range();
        String choice = required() ? ", required" : ", default " + declared.value();
        return name + " (" + typeName() + limits + choice + "): " + declared.doc();
    }

    /** Returns all values of an enumeration, or of a truth value; empty for any other type. */
    public List<String> values() {
        if (type == boolean.class || type == Boolean.class) {
            return List.of("true", "false");
        }
        return type instanceof Class<?> raw && raw.isEnum() ? constants(raw) : List.of();
    }

    private static List<String> constants(Class<?> enumeration) {
        return Arrays.stream(enumeration.getEnumConstants())
                .map(constant -> Scalars.enumName((Enum<?>) constant))
                .toList();
    }

    private static String typeName(Type type) {
        if (type instanceof ParameterizedType list) {
            return "list of " + typeName(list.getActualTypeArguments()[0]);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum()) {
            return String.join("|", constants(raw));
        }
        return raw == Integer.class ? "int" : raw.getSimpleName().toLowerCase(Locale.ROOT);
    }
}
