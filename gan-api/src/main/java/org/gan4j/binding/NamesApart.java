package org.gan4j.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gan4j.api.part.Part;

/**
 * Names that tell several parts of one kind apart. Where parts have the same name, the parameters in which they differ
 * stand beside it, as in {@code blend(share=0.1)} and {@code blend(share=0.9)}.
 */
public final class NamesApart {
    private NamesApart() {}

    /** Returns the parts in their order, each under a name of its own; equal parts share one. */
    public static <P> List<Part<P>> of(List<Part<P>> parts) {
        List<Part<P>> apart = new ArrayList<>();
        for (Part<P> part : parts) {
            List<Part<P>> namesakes = parts.stream()
                    .filter(other -> plain(other).equals(plain(part)))
                    .toList();
            apart.add(renamed(part, name(part, parameter -> differ(namesakes, parameter))));
        }
        return List.copyOf(apart);
    }

    /** Returns whether a part has parameters in its name. */
    public static boolean hasParameters(Part<?> part) {
        return part.name().indexOf('(') >= 0;
    }

    /** Returns a part with all its parameters, as a user would write it in a list. */
    public static String written(Part<?> part) {
        return name(part, parameter -> true);
    }

    private static String plain(Part<?> part) {
        return part.name().replaceFirst("\\(.*", "");
    }

    private static String name(Part<?> part, Predicate<String> shown) {
        String parameters = part.parameters().entrySet().stream()
                .filter(parameter -> shown.test(parameter.getKey()))
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(","));
        return parameters.isEmpty() ? plain(part) : plain(part) + "(" + parameters + ")";
    }

    /** Returns whether parts that have a parameter have different values of it. */
    private static boolean differ(List<? extends Part<?>> parts, String parameter) {
        return parts.stream()
                        .map(part -> part.parameters().get(parameter))
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                > 1;
    }

    /** Returns a part under another name, which also ends the keys of the part and of its jars. */
    private static <P> Part<P> renamed(Part<P> part, String name) {
        String list = part.key().substring(0, part.key().length() - part.name().length());
        SortedMap<String, String> jars = new TreeMap<>();
        part.jars()
                .forEach((key, jar) ->
                        jars.put(list + name + key.substring(part.key().length()), jar));
        return new Part<>(list + name, name, part.value(), part.parameters(), jars, part.module());
    }
}
