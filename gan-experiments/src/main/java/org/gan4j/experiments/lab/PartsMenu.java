package org.gan4j.experiments.lab;

import java.util.List;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.binding.Parameter;
import org.gan4j.registry.Extensions;
import org.jspecify.annotations.Nullable;

/** The parts at hand, as forms are made of them. */
record PartsMenu(List<Kind> kinds) {
    /** All parts of one kind. */
    record Kind(String key, String purpose, List<Choice> choices) {}

    /** One part. */
    record Choice(String name, String purpose, List<Field> fields) {}

    /**
     * One parameter.
     *
     * @param type    as users read it, such as {@code double}
     * @param given   the default as a user would write it; empty if the parameter is required
     * @param least   the smallest valid number; null if there is none
     * @param most    the largest; null if there is none
     * @param range   the range in words; empty if every value of the type is allowed
     * @param choices all values, where they can be listed; for another part, the names of all of its kind
     */
    record Field(
            String name,
            String type,
            String given,
            @Nullable Double least,
            @Nullable Double most,
            String range,
            List<String> choices,
            String meaning) {}

    static PartsMenu of(Extensions extensions) {
        return new PartsMenu(LabParts.POINTS.stream()
                .map(point -> new Kind(point.id(), point.purpose(), choices(extensions, point)))
                .toList());
    }

    private static List<Choice> choices(Extensions extensions, ExtensionPoint<?> point) {
        return extensions.contributions(point.id()).stream()
                .map(part -> new Choice(part.name(), part.purpose(), fields(extensions, part)))
                .toList();
    }

    /** Returns the fields of a part; none where its parameters cannot be read, which building it will say. */
    private static List<Field> fields(Extensions extensions, Contribution part) {
        try {
            return Parameter.of(part.type()).stream()
                    .map(parameter -> new Field(
                            parameter.name(),
                            parameter.typeName(),
                            parameter.declared().value(),
                            finite(parameter.declared().min()),
                            finite(parameter.declared().max()),
                            parameter.range(),
                            extensions.values(parameter),
                            parameter.declared().doc()))
                    .toList();
        } catch (IllegalStateException | LinkageError | TypeNotPresentException e) {
            return List.of();
        }
    }

    private static @Nullable Double finite(double bound) {
        return Double.isFinite(bound) ? bound : null;
    }
}
