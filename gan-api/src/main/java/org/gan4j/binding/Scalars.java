package org.gan4j.binding;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.part.Param;

/** Parses and prints single values of parameters as users write them. */
public final class Scalars {
    private static final Pattern OTHER_RANGE = Pattern.compile("(-?\\d{1,17})(?::|\\.\\.+|-)(\\d{1,17})");

    /** The length beyond which numbers are written with an exponent. */
    private static final int LONGEST = 20;

    /** The characters that have a meaning for {@link Setting#parse}. */
    private static final String SYNTAX = ",[](){}'\"";

    private Scalars() {}

    /**
     * Parses a text as a value of a type.
     *
     * @throws IllegalArgumentException if it is not one
     * @throws IllegalStateException    if no parameter can have this type
     */
    static Object parse(Class<?> type, String text) {
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        } else if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        } else if (type == double.class || type == Double.class) {
            return real(text);
        } else if (type == boolean.class || type == Boolean.class) {
            return truth(text);
        } else if (type == String.class) {
            return text;
        } else if (type == Path.class) {
            return UserPath.of(text);
        } else if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> enumName((Enum<?>) constant).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text));
        }
        throw new IllegalStateException("a parameter cannot have the type " + type.getName());
    }

    /** Parses a finite decimal number. Java's own NaN, Infinity, suffixes and hexadecimal numbers are not accepted. */
    private static Double real(String text) {
        Double value = text.matches("[-+.0-9eE]+") ? Double.valueOf(text) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static Boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.valueOf(text);
    }

    /** Returns what to write in the place of a range in another notation, such as 1:5, 1..5 or 1-5; empty for other texts. */
    static String hint(Class<?> type, String text) {
        Matcher bounds = OTHER_RANGE.matcher(text);
        boolean whole = type == int.class || type == Integer.class || type == long.class || type == Long.class;
        if (!whole || !bounds.matches()) {
            return "";
        }
        String first = bounds.group(1);
        String last = bounds.group(2);
        return "; several values are written as range(" + first + "," + (Long.parseLong(last) + 1) + ") for " + first
                + " to " + last + ", or with commas";
    }

    /** Describes the values of a type, for messages. */
    static String expected(Class<?> type) {
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

    /** Returns an enum constant as users write it: lower case, with dashes. */
    static String enumName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns a value as a user would write it: {@link Setting#parse} reads it as the same. */
    public static String write(Object value) {
        if (value instanceof Enum<?> constant) {
            return enumName(constant);
        } else if (value instanceof Double number) {
            return number(number);
        } else if (value instanceof List<?> list) {
            return list.stream().map(Scalars::write).collect(Collectors.joining(",", "[", "]"));
        } else if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> write(Array.get(value, i)))
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String || value instanceof Path ? quoted(value.toString()) : value.toString();
    }

    private static String quoted(String text) {
        boolean plain = text.strip().equals(text) && text.chars().noneMatch(c -> SYNTAX.indexOf(c) >= 0);
        char quote = text.indexOf('\'') < 0 ? '\'' : '"';
        return plain ? text : quote + text + quote;
    }

    /** Returns whether a number is in its declared range; NaN never is. */
    static boolean isWithin(Param declared, Number number) {
        return number.doubleValue() >= declared.min() && number.doubleValue() <= declared.max();
    }

    /** Returns a range in words. */
    static String range(double min, double max) {
        if (max == Double.POSITIVE_INFINITY) {
            return "at least " + number(min);
        }
        return min == Double.NEGATIVE_INFINITY
                ? "at most " + number(max)
                : "between " + number(min) + " and " + number(max);
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        String plain = BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return plain.length() <= LONGEST ? plain : Double.toString(value);
    }
}
