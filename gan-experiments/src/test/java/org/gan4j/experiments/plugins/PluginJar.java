package org.gan4j.experiments.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles a plug-in and packs it into a jar outside of the class path: what a third party does, within a test. */
public final class PluginJar {
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> without = new ArrayList<>();
    private final StringBuilder services = new StringBuilder();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final StringBuilder manifest = new StringBuilder("Manifest-Version: 1.0\n");
    private int classFileVersion;

    /** Adds a class; its package and name are read from the source. */
    public PluginJar source(String className, String source) {
        int dot = className.lastIndexOf('.');
        sources.put(className, "package " + className.substring(0, dot) + ";\n" + source);
        return this;
    }

    /** Adds a line to the service file. */
    public PluginJar service(String line) {
        services.append(line).append('\n');
        return this;
    }

    /** Leaves a compiled class out of the jar. */
    public PluginJar without(String className) {
        without.add(className.replace('.', '/') + ".class");
        return this;
    }

    /** Adds a header to the manifest. */
    public PluginJar header(String name, String value) {
        manifest.append(name).append(": ").append(value).append('\n');
        return this;
    }

    /** Adds an entry that is no compiled class, in place of the class that would have its name. */
    public PluginJar entry(String name, byte[] content) {
        entries.put(name, content);
        without.add(name);
        return this;
    }

    /** Marks all classes as made for another Java: 69 is Java 25. */
    public PluginJar classFileVersion(int version) {
        classFileVersion = version;
        return this;
    }

    /** Compiles and packs. */
    public Path write(Path jar) {
        try {
            Path work = Files.createTempDirectory("plugin");
            Path classes = Files.createDirectory(work.resolve("classes"));
            compile(Files.createDirectory(work.resolve("sources")), classes);
            Files.createDirectories(jar.toAbsolutePath().getParent());
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream out = new JarOutputStream(file);
                    Stream<Path> compiled = Files.walk(classes)) {
                add(out, JarFile.MANIFEST_NAME, manifest.toString().getBytes(StandardCharsets.UTF_8));
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    add(out, entry.getKey(), entry.getValue());
                }
                if (services.length() > 0) {
                    add(out, PluginArchive.SERVICE, services.toString().getBytes(StandardCharsets.UTF_8));
                }
                for (Path path : compiled.filter(Files::isRegularFile).sorted().toList()) {
                    String entry = classes.relativize(path).toString().replace('\\', '/');
                    if (!without.contains(entry)) {
                        add(out, entry, marked(Files.readAllBytes(path)));
                    }
                }
            }
            delete(work);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private byte[] marked(byte[] classFile) {
        if (classFileVersion != 0) {
            classFile[7] = (byte) classFileVersion;
        }
        return classFile;
    }

    private static void add(JarOutputStream out, String entry, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(entry));
        out.write(content);
        out.closeEntry();
    }

    private void compile(Path folder, Path classes) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        if (files.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        // Its own sources stand before the class path, so that a plug-in may have a copy of a class that is there too.
        boolean compiled = compiler.getTask(
                        messages,
                        null,
                        null,
                        List.of(
                                "-d",
                                classes.toString(),
                                "-proc:none",
                                "--release",
                                "17",
                                "-sourcepath",
                                folder.toString(),
                                "-cp",
                                System.getProperty("java.class.path")),
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(files))
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
    }
}
