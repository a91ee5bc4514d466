package org.gan4j.experiments.plugins;

import com.google.inject.Module;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.problem.Problems;
import org.gan4j.experiments.plugins.jar.Linkage;
import org.gan4j.experiments.plugins.jar.Signature;

/**
 * A plug-in as it lies on disk: a jar, or a folder of jars, behind one class loader.
 *
 * @param name the jar's or folder's name, for messages
 */
record PluginArchive(String name, List<Path> jars, PluginClassLoader loader) {
    static final String SERVICE = "META-INF/services/" + GanModule.class.getName();

    /** What stands in the class file of a module, or of the class that it extends. */
    private static final List<String> MODULE_TYPES = List.of("com/google/inject/", "org/gan4j/api/plugin/GanModule");

    /** Opens those of the jars that can be read; empty, with problems added, if none can. */
    static Optional<PluginArchive> open(String name, List<Path> jars, Problems problems) {
        List<Path> readable = new ArrayList<>();
        for (Path jar : jars) {
            String place = jars.size() == 1 ? name : name + "/" + jar.getFileName();
            try (JarFile file = new JarFile(jar.toFile())) {
                Signature.verify(file);
                readable.add(jar);
            } catch (SecurityException e) {
                problems.add(
                        "plugin " + place,
                        "not loaded: its signature does not fit: " + e.getMessage() + "; " + Signature.REMEDY);
            } catch (IOException e) {
                problems.add(
                        "plugin " + place,
                        "not loaded: not a readable jar: " + e.getMessage() + "; build it again, or download it again");
            }
        }
        URL[] urls = readable.stream().map(PluginArchive::url).toArray(URL[]::new);
        return readable.isEmpty()
                ? Optional.empty()
                : Optional.of(new PluginArchive(name, List.copyOf(readable), new PluginClassLoader(name, urls)));
    }

    /** Returns whether the class is in one of these jars. */
    boolean holds(String className) {
        return loader.findResource(className.replace('.', '/') + ".class") != null;
    }

    /** Returns whether this plug-in would get a class of that name, its own or the program's. */
    boolean finds(String className) {
        String resource = className.replace('.', '/') + ".class";
        return (PluginClassLoader.isShared(className) ? loader.getParent() : loader).getResource(resource) != null;
    }

    /** A class of this plug-in, not yet initialised. */
    Class<?> load(String className) throws ClassNotFoundException {
        return Class.forName(className, false, loader);
    }

    /**
     * The module classes that the service files of these jars name.
     *
     * @throws IOException if one cannot be read
     */
    List<String> services() throws IOException {
        List<String> names = new ArrayList<>();
        for (URL file : Collections.list(loader.findResources(SERVICE))) {
            names.addAll(read(file));
        }
        return names.stream().distinct().toList();
    }

    private static List<String> read(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    /** Returns every class in these jars that is a Guice module. Loads all classes if one of them mentions Guice or its modules. */
    List<String> modules() {
        return jars.stream().noneMatch(jar -> Linkage.containsText(jar, MODULE_TYPES)) ? List.of() : moduleClasses();
    }

    private List<String> moduleClasses() {
        return jars.stream()
                .flatMap(jar -> Linkage.classes(jar).stream())
                .filter(this::isModule)
                .toList();
    }

    private boolean isModule(String className) {
        try {
            return Module.class.isAssignableFrom(load(className));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
