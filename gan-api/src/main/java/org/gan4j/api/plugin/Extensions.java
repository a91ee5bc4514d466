package org.gan4j.api.plugin;

import com.google.inject.Binding;
import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;

/**
 * All extension points and contributions at hand, from one Guice injector over all plug-ins. Listing builds nothing; a part is
 * built when it is asked for. Immutable.
 */
public final class Extensions {
    private final List<Plugin> plugins;
    private final List<Problem> problems;
    private final Injector injector;
    private final SortedMap<String, ExtensionPoint<?>> points = new TreeMap<>();
    private final Map<String, SortedMap<String, Contribution>> contributions = new TreeMap<>();
    /** Module by the point whose part it overrides. */
    private final Map<String, Module> swaps;

    private final RecordBinder binder = new RecordBinder(new NestedParts());
    private final Origin origin;

    /** What extensions are made from, kept so that modules can be added. */
    private record Origin(List<Plugin> plugins, List<Problem> found, List<Module> swaps, Module program) {}

    private Extensions(
            Origin origin, List<Plugin> plugins, List<Problem> problems, Injector injector, Map<String, Module> swaps) {
        this.origin = origin;
        this.plugins = plugins;
        this.injector = injector;
        this.swaps = swaps;
        ExtensionPoint.STANDARD.forEach(point -> points.put(point.id(), point));
        for (ExtensionPoint<?> point : injector.getInstance(new Key<Set<ExtensionPoint<?>>>() {})) {
            points.putIfAbsent(point.id(), point);
        }
        Problems clashes = new Problems();
        injector.getInstance(new Key<Set<Contribution>>() {}).forEach(contribution -> accept(contribution, clashes));
        this.problems =
                Stream.concat(problems.stream(), clashes.list().stream()).toList();
    }

    /** Everything on the class path, with modules that override parts. */
    public static Extensions onClassPath(Module... swaps) {
        return of(ClassPath.plugins(), List.of(), List.of(swaps));
    }

    /**
     * Everything that the given plug-ins contribute. A plug-in that cannot be used is left out and reported.
     *
     * @param plugins the modules found, the house's first
     * @param found   problems met while looking for them
     * @param swaps   modules that override parts
     * @throws InvalidInput if a module overrides no part, or two override the same
     */
    public static Extensions of(List<Plugin> plugins, List<Problem> found, List<Module> swaps) {
        return of(plugins, found, swaps, binder -> {});
    }

    /**
     * As above.
     *
     * @param program what the program itself binds, such as where it looks for further modules
     */
    public static Extensions of(List<Plugin> plugins, List<Problem> found, List<Module> swaps, Module program) {
        return of(new Origin(List.copyOf(plugins), List.copyOf(found), List.copyOf(swaps), program));
    }

    /**
     * The same with further modules that override parts.
     *
     * @throws InvalidInput if one of them overrides no part, or two override the same
     */
    public Extensions overriddenBy(List<Module> more) {
        List<Module> all = Stream.concat(origin.swaps.stream(), more.stream()).toList();
        return of(new Origin(origin.plugins, origin.found, all, origin.program));
    }

    private static Extensions of(Origin origin) {
        Problems problems = new Problems();
        problems.addAll(origin.found);
        List<Plugin> sound = origin.plugins.stream()
                .filter(plugin -> isSound(plugin, problems))
                .toList();
        Map<String, Module> overridden = overriddenPoints(origin.swaps);
        List<Extensions> self = new ArrayList<>(1);
        Module host = binder -> {
            Multibinder.newSetBinder(binder, Contribution.class);
            Multibinder.newSetBinder(binder, ExtensionPoint.TYPE);
            binder.bind(Extensions.class).toProvider(() -> self.get(0));
            binder.install(origin.program);
        };
        List<Plugin> accepted = compatible(host, sound, problems);
        Injector injector = inject(host, accepted, origin.swaps);
        Extensions extensions = new Extensions(origin, accepted, problems.list(), injector, overridden);
        self.add(extensions);
        return extensions;
    }

    private static Injector inject(Module host, List<Plugin> plugins, List<Module> swaps) {
        List<Module> modules = new ArrayList<>(List.of(host));
        plugins.forEach(plugin -> modules.add(plugin.module()));
        modules.addAll(swaps);
        try {
            return Guice.createInjector(Stage.DEVELOPMENT, modules);
        } catch (CreationException e) {
            throw new InvalidInput(e.getErrorMessages().stream()
                    .map(message -> new Problem("--module", firstLine(message.getMessage())))
                    .toList());
        }
    }

    /** The plug-ins that one injector can hold together; on a conflict the later one is left out and reported. */
    private static List<Plugin> compatible(Module host, List<Plugin> plugins, Problems problems) {
        if (conflict(host, plugins).isEmpty()) {
            return plugins;
        }
        List<Plugin> accepted = new ArrayList<>();
        for (Plugin plugin : plugins) {
            List<Plugin> trial =
                    Stream.concat(accepted.stream(), Stream.of(plugin)).toList();
            Optional<String> conflict = conflict(host, trial);
            conflict.ifPresent(reason -> problems.add(place(plugin), "not loaded: " + reason));
            if (conflict.isEmpty()) {
                accepted.add(plugin);
            }
        }
        return accepted;
    }

    private static Optional<String> conflict(Module host, List<Plugin> plugins) {
        List<Module> modules = new ArrayList<>(List.of(host));
        plugins.forEach(plugin -> modules.add(plugin.module()));
        try {
            Guice.createInjector(Stage.TOOL, modules);
            return Optional.empty();
        } catch (CreationException e) {
            return Optional.of(firstLine(e.getErrorMessages().iterator().next().getMessage()));
        }
    }

    private static boolean isSound(Plugin plugin, Problems problems) {
        try {
            for (Element element : Elements.getElements(Stage.TOOL, plugin.module())) {
                if (element instanceof Message message) {
                    Throwable cause = message.getCause();
                    problems.add(
                            place(plugin), "not loaded: " + (cause == null ? firstLine(message.getMessage()) : cause));
                    return false;
                }
                Optional<ExtensionPoint<?>> point = overriddenPoint(element);
                if (point.isPresent()) {
                    problems.add(
                            place(plugin),
                            "not loaded: it binds " + point.get().contract().getSimpleName()
                                    + ", which would swap that part of every experiment; name the module with --module instead");
                    return false;
                }
            }
            return true;
        } catch (RuntimeException | LinkageError e) {
            problems.add(place(plugin), "not loaded: " + e);
            return false;
        }
    }

    private static String place(Plugin plugin) {
        return "plugin "
                + plugin.location().map(path -> path.getFileName().toString()).orElse(plugin.id());
    }

    private static Map<String, Module> overriddenPoints(List<Module> swaps) {
        Problems problems = new Problems();
        Map<String, Module> overridden = new LinkedHashMap<>();
        for (Module swap : swaps) {
            String where = "--module " + swap.getClass().getName();
            List<String> ids = Elements.getElements(Stage.TOOL, swap).stream()
                    .map(Extensions::overriddenPoint)
                    .flatMap(Optional::stream)
                    .<String>map(ExtensionPoint::id)
                    .toList();
            if (ids.isEmpty()) {
                problems.add(
                        where,
                        "it changes no part: bind at least one of " + swappable()
                                + ". A module that only adds parts by name belongs into plugins/, with a service entry");
            }
            ids.forEach(id -> {
                Module earlier = overridden.putIfAbsent(id, swap);
                if (earlier != null) {
                    problems.add(
                            where,
                            "the " + id + " is already bound by "
                                    + earlier.getClass().getName());
                }
            });
        }
        problems.throwIfAny();
        return overridden;
    }

    private static String swappable() {
        return ExtensionPoint.STANDARD.stream()
                .filter(ExtensionPoint::swappable)
                .map(point -> point.contract().getSimpleName())
                .collect(Collectors.joining(", "));
    }

    private static Optional<ExtensionPoint<?>> overriddenPoint(Element element) {
        if (!(element instanceof Binding<?> binding) || binding.getKey().getAnnotationType() != null) {
            return Optional.empty();
        }
        Class<?> bound = binding.getKey().getTypeLiteral().getRawType();
        return ExtensionPoint.STANDARD.stream()
                .filter(point -> point.swappable() && point.contract() == bound)
                .findFirst();
    }

    private void accept(Contribution contribution, Problems clashes) {
        if (!points.containsKey(contribution.point())) {
            clashes.add(
                    contribution.module().getName(),
                    "contributes \"" + contribution.name()
                            + "\" to the unknown extension point '" + contribution.point() + "', "
                            + Nearest.hint(contribution.point(), points.keySet()));
            return;
        }
        Contribution earlier = contributions
                .computeIfAbsent(contribution.point(), id -> new TreeMap<>())
                .putIfAbsent(contribution.name(), contribution);
        if (earlier != null) {
            clashes.add(
                    contribution.module().getName(),
                    contribution.point() + " \"" + contribution.name()
                            + "\" is already provided by " + earlier.module().getName() + " ("
                            + earlier.type().getName() + "), which stays");
        }
    }

    /** The modules that are in use. */
    public List<Plugin> plugins() {
        return plugins;
    }

    /** What is wrong with plug-ins that are not, or not fully, in use: one line each. */
    public List<Problem> problems() {
        return problems;
    }

    /** All points by id. */
    public List<ExtensionPoint<?>> points() {
        return List.copyOf(points.values());
    }

    public List<Contribution> contributions(String point) {
        return List.copyOf(contributions.getOrDefault(point, new TreeMap<>()).values());
    }

    /** The contribution of a name. */
    public Optional<Contribution> contribution(ExtensionPoint<?> point, String name) {
        return Optional.ofNullable(
                contributions.getOrDefault(point.id(), new TreeMap<>()).get(name));
    }

    /** The modules given with {@code --module}, by the point whose part each overrides. */
    public Map<String, String> swaps() {
        Map<String, String> names = new TreeMap<>();
        swaps.forEach((point, module) -> names.put(point, module.getClass().getName()));
        return names;
    }

    /** An object that Guice builds. */
    public <S> S instance(Class<S> type) {
        try {
            return injector.getInstance(type);
        } catch (ConfigurationException e) {
            throw new InvalidInput(
                    type.getSimpleName(),
                    "nothing on the class path provides it; is gan-experiments there? ("
                            + firstLine(e.getErrorMessages().iterator().next().getMessage()) + ")");
        }
    }

    /** The part that a module binds in place of every experiment's, if one does. */
    public <P> Optional<Part<P>> swapped(ExtensionPoint<P> point) {
        Module module = swaps.get(point.id());
        if (module == null) {
            return Optional.empty();
        }
        P value = injector.getInstance(point.contract());
        SortedMap<String, String> parameters = new TreeMap<>();
        if (value.getClass().isRecord()) {
            Arrays.stream(value.getClass().getRecordComponents()).forEach(component -> {
                try {
                    component.getAccessor().setAccessible(true);
                    parameters.put(
                            component.getName(),
                            String.valueOf(component.getAccessor().invoke(value)));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        return Optional.of(new Part<>(
                point.id(),
                value.getClass().getName(),
                value,
                parameters,
                module.getClass().getName()));
    }

    /**
     * The part that a setting describes: a name, or {@code name} together with parameters.
     *
     * @param key      where it stands in the experiment, for messages
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
                    "'" + key + "' takes the name of one " + point.id() + ": " + Nearest.hint("", names(point)));
            return Optional.empty();
        }
        Optional<Contribution> contribution = contribution(point, text.text());
        if (contribution.isEmpty()) {
            problems.add(
                    text.where(),
                    "unknown " + point.id() + " '" + text.text() + "', " + Nearest.hint(text.text(), names(point))
                            + brokenPlugins());
            return Optional.empty();
        }
        return build(point, contribution.get(), key, given, problems);
    }

    private List<String> names(ExtensionPoint<?> point) {
        return contributions(point.id()).stream().map(Contribution::name).toList();
    }

    /** A name may be unknown because the plug-in that brings it is broken. */
    private String brokenPlugins() {
        return problems.isEmpty()
                ? ""
                : " (" + problems.stream().map(Problem::toString).collect(Collectors.joining("; ")) + ")";
    }

    private <P> Optional<Part<P>> build(
            ExtensionPoint<P> point,
            Contribution contribution,
            String key,
            Map<String, Setting> given,
            Problems problems) {
        if (contribution.type().isRecord()) {
            return binder.bind(contribution.type(), key, given, problems)
                    .map(bound -> new Part<>(
                            key, contribution.name(), point.contract().cast(bound.value()), bound.parameters(), ""));
        }
        given.forEach((parameter, setting) ->
                problems.add(setting.where(), "'" + key + "' has no parameters, so '" + parameter + "' cannot be set"));
        if (!given.isEmpty()) {
            return Optional.empty();
        }
        try {
            P value = point.contract().cast(injector.getInstance(contribution.type()));
            return Optional.of(new Part<>(key, contribution.name(), value, new TreeMap<>(), ""));
        } catch (ConfigurationException | ProvisionException | LinkageError e) {
            problems.add(
                    key,
                    point.id() + " '" + contribution.name() + "' of "
                            + contribution.module().getName() + " cannot be built: " + firstLine(e.getMessage()));
            return Optional.empty();
        }
    }

    private static String firstLine(String text) {
        return text == null
                ? "no reason given"
                : text.lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse("")
                        .strip();
    }

    /** Components of a record that are themselves parts. */
    private final class NestedParts implements RecordBinder.Nested {
        @Override
        public boolean isPart(Class<?> type) {
            return pointOf(type).isPresent();
        }

        @Override
        public Optional<? extends Part<?>> part(Class<?> type, String key, Setting setting, Problems problems) {
            return Extensions.this.part(pointOf(type).orElseThrow(), key, setting, problems);
        }

        private Optional<ExtensionPoint<?>> pointOf(Class<?> type) {
            return points.values().stream()
                    .filter(point -> point.contract() == type)
                    .min(Comparator.comparing(ExtensionPoint::id));
        }
    }
}
