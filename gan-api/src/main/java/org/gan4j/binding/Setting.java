package org.gan4j.binding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;

/** A value that the user wrote, with its place, before its type is known. */
public sealed interface Setting {
    /** file:line:column, or the argument itself. */
    String where();

    /** A single word or number. */
    record Text(String text, String where) implements Setting {}

    /** A list. */
    record Items(List<Setting> items, String where) implements Setting {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Named values, in the order written. A part is its {@code name} together with its parameters. */
    record Fields(Map<String, Setting> fields, String where) implements Setting {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /**
     * Parses a value on a command line or in a {@link Param}: {@code [a,b]} is a list, {@code {name: a, b: 1}} are
     * named values, in which {@code c.d: 2} is the d of c; {@code a(b=1)} is short for the latter; quotes protect commas.
     *
     * @throws InvalidInput if the value is longer or nested more deeply than {@link Limits} allows
     */
    static Setting parse(String text, String where) {
        Limits.fault(text).ifPresent(fault -> {
            throw new InvalidInput(where, "the value " + fault);
        });
        return read(text, where);
    }

    private static Setting read(String text, String where) {
        String trimmed = text.strip();
        if (isWithin('[', trimmed, ']')) {
            return new Items(
                    inside(trimmed).stream().map(item -> read(item, where)).toList(), where);
        } else if (isWithin('{', trimmed, '}') && inside(trimmed).stream().allMatch(item -> item.contains(":"))) {
            Map<String, Setting> fields = new LinkedHashMap<>();
            for (String item : inside(trimmed)) {
                int colon = item.indexOf(':');
                put(fields, item.substring(0, colon).strip(), read(item.substring(colon + 1), where));
            }
            return new Fields(fields, where);
        } else if (isNameWithParameters(trimmed)) {
            int open = trimmed.indexOf('(');
            Map<String, Setting> fields = new LinkedHashMap<>();
            fields.put("name", new Text(trimmed.substring(0, open), where));
            for (String item : inside(trimmed.substring(open))) {
                int equals = item.indexOf('=');
                put(fields, item.substring(0, equals).strip(), read(item.substring(equals + 1), where));
            }
            return new Fields(fields, where);
        }
        return new Text(unquote(trimmed), where);
    }

    /** Returns whether a text is a part's name with parameters, such as {@code blend(share=0.1)}. */
    private static boolean isNameWithParameters(String text) {
        int open = text.indexOf('(');
        if (open < 1 || !text.substring(0, open).matches("[A-Za-z][A-Za-z0-9-]*")) {
            return false;
        }
        String parameters = text.substring(open);
        return isWithin('(', parameters, ')')
                && parameters.length() > 2
                && inside(parameters).stream().allMatch(item -> item.indexOf('=') > 0);
    }

    /**
     * Puts a value under a name. In a name with a dot, the value of the part before the dot takes the rest as its
     * parameter.
     */
    private static void put(Map<String, Setting> fields, String name, Setting value) {
        Limits.keyFault(name).ifPresent(fault -> {
            throw new InvalidInput(value.where(), "the key '" + name + "' " + fault);
        });
        int dot = name.indexOf('.');
        if (dot < 0) {
            fields.put(name, value);
            return;
        }
        Setting known = fields.get(name.substring(0, dot));
        Map<String, Setting> inner = new LinkedHashMap<>();
        if (known instanceof Fields part) {
            inner.putAll(part.fields);
        } else if (known != null) {
            inner.put("name", known);
        }
        put(inner, name.substring(dot + 1), value);
        fields.put(name.substring(0, dot), new Fields(inner, value.where()));
    }

    /** Returns whether the bracket at the beginning is closed by the last character, and not before. */
    private static boolean isWithin(char open, String text, char close) {
        return text.length() > 1
                && text.charAt(0) == open
                && text.charAt(text.length() - 1) == close
                && topLevel(text).length == 2;
    }

    private static List<String> inside(String text) {
        return splitTopLevel(text.substring(1, text.length() - 1));
    }

    /** Returns the parts between the commas that are outside of brackets and quotes; empty for a blank text. */
    static List<String> splitTopLevel(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at : topLevel(text)) {
            if (text.charAt(at) == ',') {
                parts.add(text.substring(from, at));
                from = at + 1;
            }
        }
        if (from > 0 || !text.isBlank()) {
            parts.add(text.substring(from));
        }
        return parts;
    }

    /** Returns the positions of commas and brackets that are outside of any other brackets and quotes. */
    private static int[] topLevel(String text) {
        List<Integer> places = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (",[](){}".indexOf(c) >= 0) {
                depth -= "])}".indexOf(c) >= 0 ? 1 : 0;
                if (depth == 0) {
                    places.add(i);
                }
                depth += "[({".indexOf(c) >= 0 ? 1 : 0;
            }
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private static String unquote(String text) {
        boolean quoted = text.length() >= 2
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.indexOf(text.charAt(0), 1) == text.length() - 1;
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
