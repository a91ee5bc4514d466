package org.gan4j.registry;

import com.google.inject.Binding;
import com.google.inject.ConfigurationException;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Element;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.part.Part;
import org.gan4j.api.plugin.StandardPoints;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.PartWriter;

/** The modules that override parts, by the id of the point whose part each overrides. */
record Overrides(Map<String, Module> modules) {
    Overrides {
        modules = Collections.unmodifiableMap(new LinkedHashMap<>(modules));
    }

    /**
     * Finds the parts that the modules override.
     *
     * @throws InvalidInput if a module overrides no part, or two override the same
     */
    static Overrides of(List<Module> modules) {
        Problems problems = new Problems();
        Map<String, Module> overridden = new LinkedHashMap<>();
        modules.forEach(module -> read(module, overridden, problems));
        problems.throwIfAny();
        return new Overrides(overridden);
    }

    private static void read(Module module, Map<String, Module> overridden, Problems problems) {
        String where = "--module " + module.getClass().getName();
        List<Element> elements = Wiring.elements(module);
        Optional<String> failure = Wiring.failure(elements);
        if (failure.isPresent()) {
            problems.add(where, "it cannot be used: " + failure.get());
            return;
        }
        List<ExtensionPoint<?>> points = elements.stream()
                .map(Overrides::overriddenBy)
                .flatMap(Optional::stream)
                .toList();
        if (points.isEmpty()) {
            problems.add(
                    where,
                    "it changes no part: bind at least one of " + swappable()
                            + ". A module that only adds parts by name belongs into plugins/, with a service entry");
        }
        points.forEach(point -> {
            Module earlier = overridden.putIfAbsent(point.id(), module);
            if (earlier != null) {
                problems.add(
                        where,
                        "the " + point.id() + " is already bound by "
                                + earlier.getClass().getName());
            }
        });
    }

    /** Returns the point whose part this element of a module overrides, if it does. */
    static Optional<ExtensionPoint<?>> overriddenBy(Element element) {
        if (!(element instanceof Binding<?> binding) || binding.getKey().getAnnotationType() != null) {
            return Optional.empty();
        }
        Class<?> bound = binding.getKey().getTypeLiteral().getRawType();
        return StandardPoints.ALL.stream()
                .filter(point -> point.swappable() && point.contract() == bound)
                .findFirst();
    }

    private static String swappable() {
        return StandardPoints.ALL.stream()
                .filter(ExtensionPoint::swappable)
                .map(point -> point.contract().getSimpleName())
                .collect(Collectors.joining(", "));
    }

    /** Returns the part that a module binds, if one does. */
    <P> Optional<Part<P>> part(ExtensionPoint<P> point, Injector injector) {
        return Optional.ofNullable(modules.get(point.id())).map(module -> {
            String name = module.getClass().getName();
            P value;
            try {
                value = injector.getInstance(point.contract());
            } catch (ConfigurationException | ProvisionException e) {
                throw new InvalidInput(
                        "--module " + name, "its " + point.id() + " cannot be built: " + Wiring.reason(e));
            }
            return PartWriter.plain().named(point.id(), value.getClass().getName(), value, name);
        });
    }
}
