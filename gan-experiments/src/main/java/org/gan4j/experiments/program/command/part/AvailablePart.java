package org.gan4j.experiments.program.command.part;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.settings.overlay.FlatSettings;
import org.gan4j.registry.Extensions;

/**
 * A part at hand: contributed by name, or bound by a module that was named with {@code --module}.
 *
 * @param plugin class of the module it comes from
 */
record AvailablePart<P>(Part<P> part, String plugin) {
    /**
     * All parts of a point, with their default parameters.
     *
     * @param left gets a line for each that needs parameters, and so is left out
     */
    static <P> List<AvailablePart<P>> all(Extensions extensions, ExtensionPoint<P> point, List<String> left) {
        Problems problems = new Problems();
        List<AvailablePart<P>> parts = new ArrayList<>();
        bound(extensions, point).ifPresent(parts::add);
        for (Contribution contribution : extensions.contributions(point.id())) {
            List<String> needed = PartInspection.required(contribution);
            if (needed.isEmpty()) {
                build(extensions, point, new Setting.Text(contribution.name(), contribution.name()), problems)
                        .ifPresent(parts::add);
            } else {
                left.add(point.id() + " " + contribution.name() + " needs " + String.join(", ", needed)
                        + "; name it, with key=value");
            }
        }
        problems.throwIfAny();
        return parts;
    }

    /**
     * One of them.
     *
     * @param name     its name, with parameters in parentheses or without
     * @param settings its parameters as {@code key=value}; those of parts within it with a dot, as {@code weights.range=0.1}
     * @throws InvalidInput if there is none of this name, or the parameters do not fit
     */
    static <P> AvailablePart<P> of(Extensions extensions, ExtensionPoint<P> point, String name, List<String> settings) {
        Optional<AvailablePart<P>> bound =
                bound(extensions, point).filter(part -> part.name().equals(name));
        if (bound.isPresent() && settings.isEmpty()) {
            return bound.get();
        }
        Map<String, Setting> values = new LinkedHashMap<>();
        if (Setting.parse(name, name) instanceof Setting.Fields inline) {
            inline.fields()
                    .forEach((field, value) ->
                            values.put(field.equals("name") ? point.id() : point.id() + "." + field, value));
        } else {
            values.put(point.id(), new Setting.Text(name, name));
        }
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new InvalidInput(setting, "one " + point.id() + " at a time; parameters are written key=value");
            }
            values.put(
                    point.id() + "." + setting.substring(0, equals),
                    Setting.parse(setting.substring(equals + 1), setting));
        }
        Problems problems = new Problems();
        Optional<AvailablePart<P>> part = build(
                extensions, point, new FlatSettings(values).nested(point.id()).orElseThrow(), problems);
        problems.throwIfAny();
        return part.orElseThrow();
    }

    private static <P> Optional<AvailablePart<P>> bound(Extensions extensions, ExtensionPoint<P> point) {
        return extensions.swapped(point).map(part -> new AvailablePart<>(part, part.module()));
    }

    private static <P> Optional<AvailablePart<P>> build(
            Extensions extensions, ExtensionPoint<P> point, Setting setting, Problems problems) {
        return extensions
                .part(point, point.id(), setting, problems)
                .map(part -> new AvailablePart<>(
                        part,
                        extensions
                                .contribution(point, part.name())
                                .map(contribution -> contribution.module().getName())
                                .orElseThrow()));
    }

    String name() {
        return part.name();
    }

    /** Returns its purpose, or empty. */
    String purpose() {
        return about().map(About::value).orElse("");
    }

    /** Returns its source, or empty. */
    String source() {
        return about().map(About::source).orElse("");
    }

    /** Returns the optimum of a loss, or empty. */
    String optimum() {
        return about().map(About::optimum).orElse("");
    }

    /** Returns the heading under which lists show it, or empty. */
    String family() {
        return about().map(About::family).orElse("");
    }

    private Optional<About> about() {
        return Optional.ofNullable(part.type().getAnnotation(About.class));
    }
}
