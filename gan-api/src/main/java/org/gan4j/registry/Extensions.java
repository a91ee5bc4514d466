package org.gan4j.registry;

import com.google.inject.Binder;
import com.google.inject.ConfigurationException;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gan4j.api.command.Context;
import org.gan4j.api.part.AvailableParts;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.part.Part;
import org.gan4j.api.plugin.StandardPoints;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Parameter;
import org.gan4j.binding.PartWriter;
import org.gan4j.binding.RecordBinder;
import org.gan4j.binding.Setting;

/**
 * All available extension points and contributions, from one Guice injector over all plug-ins. Listing builds nothing;
 * a part is built when it is asked for. Immutable.
 */
public final class Extensions implements AvailableParts {
    private final Origin origin;
    private final Wiring wiring;
    private final Overrides swaps;
    private final List<Problem> problems;
    private final Registry registry = new Registry();
    private final RecordBinder binder = new RecordBinder(new NestedParts());
    private final PartWriter writer = new PartWriter(this::name);

    /** The ingredients of extensions, kept so that modules can be added. */
    private record Origin(List<Plugin> plugins, List<Problem> found, List<Module> swaps, Module program) {}

    private Extensions(Origin origin) {
        this.origin = origin;
        Problems found = new Problems();
        found.addAll(origin.found);
        swaps = Overrides.of(origin.swaps);
        wiring = Wiring.of(this::host, origin.plugins, origin.swaps, found);
        StandardPoints.ALL.forEach(point -> registry.accept(point, found));
        wiring.injector()
                .getInstance(new Key<Set<ExtensionPoint<?>>>() {})
                .forEach(point -> registry.accept(point, found));
        wiring.injector()
                .getInstance(new Key<Set<Contribution>>() {})
                .forEach(contribution -> registry.accept(contribution, found));
        problems = found.list();
    }

    private void host(Binder host) {
        Multibinder.newSetBinder(host, Contribution.class);
        Multibinder.newSetBinder(host, StandardPoints.TYPE);
        OptionalBinder.newOptionalBinder(host, UnusedContributors.class);
        host.bind(Extensions.class).toInstance(this);
        host.install(origin.program);
    }

    /** Returns everything on the class path, with modules that override parts. */
    public static Extensions onClassPath(Module... swaps) {
        Problems found = new Problems();
        List<Plugin> plugins = ClassPath.plugins(found);
        return of(plugins, found.list(), List.of(swaps));
    }

    /**
     * Returns everything that the given plug-ins contribute. A plug-in that cannot be used is left out and reported.
     *
     * @param plugins the modules found, the built-in ones first
     * @param found   problems met while looking for them
     * @param swaps   modules that override parts
     * @throws InvalidInput if a module overrides no part, or two override the same
     */
    public static Extensions of(List<Plugin> plugins, List<Problem> found, List<Module> swaps) {
        return of(plugins, found, swaps, binder -> {});
    }

    /**
     * Returns everything that the given plug-ins contribute, with bindings of the program's own.
     *
     * @param program the program's own bindings, such as the places where it looks for further modules
     */
    public static Extensions of(List<Plugin> plugins, List<Problem> found, List<Module> swaps, Module program) {
        return new Extensions(new Origin(List.copyOf(plugins), List.copyOf(found), List.copyOf(swaps), program));
    }

    /**
     * Returns the same with further modules that override parts.
     *
     * @throws InvalidInput if one of them overrides no part, or two override the same
     */
    public Extensions overriddenBy(List<Module> more) {
        List<Module> all = Stream.concat(origin.swaps.stream(), more.stream()).toList();
        return new Extensions(new Origin(origin.plugins, origin.found, all, origin.program));
    }

    /** Returns the extensions that a command works with. */
    public static Extensions of(Context context) {
        return context.parts().instance(Extensions.class);
    }

    /** Returns the modules that are in use. */
    public List<Plugin> plugins() {
        return wiring.plugins();
    }

    /** Returns the problems of plug-ins that are not, or not fully, in use: one line each. */
    public List<Problem> problems() {
        return problems;
    }

    /** Returns all points by id. */
    public List<ExtensionPoint<?>> points() {
        return registry.points();
    }

    @Override
    public List<Contribution> contributions(String point) {
        return registry.contributions(point);
    }

    /** Returns the contribution of a name. */
    public Optional<Contribution> contribution(ExtensionPoint<?> point, String name) {
        return registry.contribution(point.id(), name);
    }

    /** Returns the modules given with {@code --module}, by the point whose part each overrides. */
    public Map<String, String> swaps() {
        Map<String, String> names = new TreeMap<>();
        swaps.modules()
                .forEach((point, module) -> names.put(point, module.getClass().getName()));
        return names;
    }

    @Override
    public <S> S instance(Class<S> type) {
        try {
            return wiring.injector().getInstance(type);
        } catch (ConfigurationException e) {
            throw new InvalidInput(
                    type.getSimpleName(),
                    "nothing on the class path provides it; is gan-experiments there? (" + Wiring.reason(e) + ")");
        }
    }

    /** Returns the part that a module binds in place of every experiment's, if one does. */
    public <P> Optional<Part<P>> swapped(ExtensionPoint<P> point) {
        return swaps.part(point, wiring.injector());
    }

    /**
     * Returns the part that a setting describes: a name, or {@code name} together with parameters.
     *
     * @param key its place in the experiment, for messages
     * @param problems where mistakes go; if there were any, the result is empty
     */
    public <P> Optional<Part<P>> part(ExtensionPoint<P> point, String key, Setting setting, Problems problems) {
        Map<String, Setting> given = new LinkedHashMap<>();
        Setting name = setting;
        if (setting instanceof Setting.Fields fields) {
            given.putAll(fields.fields());
            name = given.remove("name");
        }
        if (!(name instanceof Setting.Text text)) {
            problems.add(
                    setting.where(),
                    "'" + key + "' takes the name of one " + point.id() + ": "
                            + Nearest.hint("", registry.names(point.id())));
            return Optional.empty();
        }
        Optional<Contribution> contribution = contribution(point, text.text());
        if (contribution.isEmpty()) {
            problems.add(text.where(), "unknown " + point.id() + " '" + text.text() + "', " + hint(point, text.text()));
            return Optional.empty();
        }
        return build(point, contribution.get(), key, given, problems);
    }

    /**
     * Returns the hint for the name of a part that does not exist: the nearest name, and why a plug-in that may provide
     * it is not in use.
     */
    public String hint(ExtensionPoint<?> point, String name) {
        List<String> names = registry.names(point.id());
        if (name.contains(".")) {
            return "which is a class and not a name; a part that a Java program gave as an object can be made again"
                    + " only where a plug-in contributes its class under a name";
        }
        String near = names.isEmpty()
                ? "no plug-in here contributes any; is a jar missing from lib/ or plugins/?"
                : Nearest.hint(name, names);
        return near + UnusedContributors.explain(wiring.injector(), problems, name);
    }

    /**
     * Returns all parameters, by key, of the part that a setting names, including those of parts within it; empty if it
     * names none.
     */
    public Map<String, Parameter> parameters(ExtensionPoint<?> point, String key, Setting setting) {
        Setting name =
                setting instanceof Setting.Fields fields ? fields.fields().get("name") : setting;
        return name instanceof Setting.Text text
                ? contribution(point, text.text())
                        .map(part -> binder.parameters(part.type(), key, setting))
                        .orElse(Map.of())
                : Map.of();
    }

    private <P> Optional<Part<P>> build(
            ExtensionPoint<P> point,
            Contribution contribution,
            String key,
            Map<String, Setting> given,
            Problems problems) {
        if (contribution.type().isRecord()) {
            UnaryOperator<String> others =
                    parameter -> ParameterOwners.hint(point.id(), contributions(point.id()), parameter);
            return binder.bind(contribution.type(), key, given, others, problems)
                    .map(value -> writer.named(
                            key, contribution.name(), point.contract().cast(value), ""));
        }
        given.forEach((parameter, setting) ->
                problems.add(setting.where(), "'" + key + "' has no parameters, so '" + parameter + "' cannot be set"));
        if (!given.isEmpty()) {
            return Optional.empty();
        }
        try {
            Object built = contribution.text().isPresent()
                    ? contribution.text().get()
                    : wiring.injector().getInstance(contribution.type());
            P value = point.contract().cast(built);
            return Optional.of(writer.named(key, contribution.name(), value, ""));
        } catch (ConfigurationException | ProvisionException | LinkageError e) {
            problems.add(
                    key,
                    point.id() + " '" + contribution.name() + "' of " + Registry.place(contribution)
                            + " cannot be built: " + Wiring.reason(e));
            return Optional.empty();
        }
    }

    /**
     * Returns the values of a parameter, if they can be listed: the names of all parts of its kind, the constants of an
     * enumeration, true and false.
     */
    public List<String> values(Parameter parameter) {
        return parameter.type() instanceof Class<?> type
                ? registry.pointOf(type)
                        .map(point -> registry.names(point.id()))
                        .orElseGet(parameter::values)
                : List.of();
    }

    /** Writes down parts that were made in Java, by the names under which their classes are contributed. */
    public PartWriter writer() {
        return writer;
    }

    private Optional<String> name(Class<?> contract, Class<?> type) {
        return registry.pointOf(contract).flatMap(point -> contributions(point.id()).stream()
                .filter(contribution -> contribution.type() == type)
                .map(Contribution::name)
                .findFirst());
    }

    /** Builds components of a record that are themselves parts. */
    private final class NestedParts implements RecordBinder.Nested {
        @Override
        public boolean isPart(Class<?> type) {
            return registry.pointOf(type).isPresent();
        }

        @Override
        public Optional<? extends Part<?>> part(Class<?> type, String key, Setting setting, Problems problems) {
            return Extensions.this.part(registry.pointOf(type).orElseThrow(), key, setting, problems);
        }

        @Override
        public Map<String, Parameter> parameters(Class<?> type, String key, Setting setting) {
            return Extensions.this.parameters(registry.pointOf(type).orElseThrow(), key, setting);
        }
    }
}
