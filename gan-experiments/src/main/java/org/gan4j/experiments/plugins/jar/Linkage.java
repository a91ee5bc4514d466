package org.gan4j.experiments.plugins.jar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Looks for classes that a jar's classes need and that nobody has. Java itself asks for a class when it is first used, which may
 * be hours into a run.
 */
public final class Linkage {
    private static final String CLASS = ".class";

    /** A class that is needed and not there. */
    public record Gap(String missing, String user) {}

    /** A class of a jar. */
    public record Entry(String name, ClassFile file) {}

    private Linkage() {}

    /** The names of the classes in a jar, other than those for one version of Java only. */
    public static List<String> classes(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(Linkage::isClass)
                    .map(Linkage::className)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads classes of a jar.
     *
     * @param wanted which, by name
     * @throws IOException if one is damaged; the message names it
     */
    public static List<Entry> read(Path jar, Predicate<String> wanted) throws IOException {
        List<Entry> read = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (isClass(entry.getName()) && wanted.test(className(entry.getName()))) {
                    read.add(read(file, entry));
                }
            }
        }
        return read;
    }

    /** Returns whether one of the texts stands anywhere in a jar's class files, as far as these can be read. None is parsed. */
    public static boolean containsText(Path jar, List<String> texts) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> isClass(entry.getName()))
                    .anyMatch(entry -> containsText(file, entry, texts));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean containsText(JarFile jar, JarEntry entry, List<String> texts) {
        try (InputStream in = jar.getInputStream(entry)) {
            // Latin-1 gives each byte a character, and names in class files are ASCII.
            String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return texts.stream().anyMatch(bytes::contains);
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns whether a text stands in the code of a jar's classes, as far as these can be read. */
    public static boolean mentions(Path jar, String text) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> isClass(entry.getName()))
                    .anyMatch(entry -> mentions(file, entry, text));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean mentions(JarFile jar, JarEntry entry, String text) {
        try {
            return read(jar, entry).file().texts().contains(text);
        } catch (IOException e) {
            return false;
        }
    }

    private static Entry read(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return new Entry(className(entry.getName()), ClassFile.read(in));
        } catch (IOException | RuntimeException e) {
            String reason = e.getMessage() == null ? "it is truncated" : e.getMessage();
            throw new IOException("class " + className(entry.getName()) + " is damaged: " + reason, e);
        }
    }

    /** Returns what the classes need and is not found, each once. */
    public static List<Gap> gaps(List<Entry> classes, Predicate<String> found) {
        List<Gap> gaps = new ArrayList<>();
        classes.forEach(entry -> entry.file().needs().stream()
                .filter(needed -> gaps.stream().noneMatch(gap -> gap.missing().equals(needed)))
                .filter(needed -> !found.test(needed))
                .forEach(needed -> gaps.add(new Gap(needed, entry.name()))));
        return gaps;
    }

    private static boolean isClass(String entry) {
        return entry.endsWith(CLASS) && !entry.startsWith("META-INF/") && !entry.endsWith("module-info.class");
    }

    private static String className(String entry) {
        return entry.substring(0, entry.length() - CLASS.length()).replace('/', '.');
    }
}
