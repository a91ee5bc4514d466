package org.gan4j.registry;

import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.digest.Digest;

/**
 * One injector over all plug-ins that can be used together.
 *
 * @param plugins those in use
 */
record Wiring(List<Plugin> plugins, Injector injector) {
    /**
     * Wires what can be wired; a plug-in that cannot be used is left out and reported.
     *
     * @param host the bindings that are always present
     * @param swaps modules that override parts
     * @throws InvalidInput if these cannot be used
     */
    static Wiring of(Module host, List<Plugin> plugins, List<Module> swaps, Problems problems) {
        List<Plugin> sound =
                plugins.stream().filter(plugin -> isSound(plugin, problems)).toList();
        List<Plugin> accepted = compatible(host, sound, problems);
        try {
            return new Wiring(accepted, Guice.createInjector(Stage.DEVELOPMENT, modules(host, accepted, swaps)));
        } catch (CreationException e) {
            throw new InvalidInput(e.getErrorMessages().stream()
                    .map(message -> new Problem("--module", firstLine(message.getMessage())))
                    .toList());
        }
    }

    private static List<Module> modules(Module host, List<Plugin> plugins, List<Module> swaps) {
        List<Module> modules = new ArrayList<>(List.of(host));
        plugins.forEach(plugin -> modules.add(plugin.module()));
        modules.addAll(swaps);
        return modules;
    }

    private static boolean isSound(Plugin plugin, Problems problems) {
        List<Element> elements = elements(plugin.module());
        Optional<String> fault = failure(elements).or(() -> elements.stream()
                .map(Overrides::overriddenBy)
                .flatMap(Optional::stream)
                .findFirst()
                .map(point -> "it binds " + point.contract().getSimpleName()
                        + ", which would swap that part of every experiment; name the module with --module instead"));
        fault.ifPresent(reason -> problems.add(place(plugin.module().getClass()), "not loaded: " + reason));
        return fault.isEmpty();
    }

    /** Returns the elements of a module, or a message that says why it cannot be read. */
    static List<Element> elements(Module module) {
        try {
            return Elements.getElements(Stage.TOOL, module);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            return List.of(new Message(List.of(), e.toString(), e));
        }
    }

    /** Returns the reason why a module cannot be used, if there is one. */
    static Optional<String> failure(List<Element> elements) {
        return elements.stream()
                .filter(Message.class::isInstance)
                .map(Message.class::cast)
                .findFirst()
                .map(message -> message.getCause() == null
                        ? firstLine(message.getMessage())
                        : firstLine(message.getCause().toString()));
    }

    /**
     * Returns the plug-ins that one injector can hold together; on a conflict the later one is left out and reported.
     */
    private static List<Plugin> compatible(Module host, List<Plugin> plugins, Problems problems) {
        if (conflict(host, plugins).isEmpty()) {
            return plugins;
        }
        List<Plugin> accepted = new ArrayList<>();
        for (Plugin plugin : plugins) {
            List<Plugin> trial =
                    Stream.concat(accepted.stream(), Stream.of(plugin)).toList();
            Optional<String> conflict = conflict(host, trial);
            conflict.ifPresent(reason -> problems.add(place(plugin.module().getClass()), "not loaded: " + reason));
            if (conflict.isEmpty()) {
                accepted.add(plugin);
            }
        }
        return accepted;
    }

    private static Optional<String> conflict(Module host, List<Plugin> plugins) {
        try {
            Guice.createInjector(Stage.TOOL, modules(host, plugins, List.of()));
            return Optional.empty();
        } catch (CreationException e) {
            return Optional.of(firstLine(e.getErrorMessages().iterator().next().getMessage()));
        }
    }

    /** Returns the name that users know for the plug-in of a class: its jar, or the class if that is not in a file. */
    static String place(Class<?> type) {
        return "plugin "
                + Digest.codeSource(type)
                        .filter(Files::isRegularFile)
                        .map(Path::getFileName)
                        .map(Path::toString)
                        .orElse(type.getName());
    }

    /** Returns the first message of Guice, or of the class it should build, and the remedy if it is known. */
    static String reason(Throwable e) {
        String said = firstMessage(e);
        return said.contains("No injectable constructor")
                ? said.replaceFirst("\\.$", "")
                        + "; make it a record whose components have @Param, or give it a constructor that is public and"
                        + " without arguments, or that has @Inject"
                : said;
    }

    private static String firstMessage(Throwable e) {
        if (e instanceof ProvisionException provision && provision.getCause() != null) {
            return firstLine(provision.getCause().toString());
        } else if (e instanceof ProvisionException provision) {
            return firstLine(provision.getErrorMessages().iterator().next().getMessage());
        } else if (e instanceof ConfigurationException configuration) {
            return firstLine(configuration.getErrorMessages().iterator().next().getMessage());
        }
        return firstLine(e.toString());
    }

    private static String firstLine(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("no reason given")
                .strip();
    }
}
