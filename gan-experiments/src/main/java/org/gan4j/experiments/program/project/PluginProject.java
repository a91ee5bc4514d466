package org.gan4j.experiments.program.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.disk.WholeFile;

/**
 * A project that Maven builds into a plug-in with one loss, tested by the laws. The names of packages and classes, and of the
 * files that hold them, follow from the plug-in's name.
 *
 * @param name the plug-in's and the loss's: words in lower case, joined by dashes
 */
public record PluginProject(String name) {
    public PluginProject {
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new InvalidInput(
                    name, "a plug-in's name is made of words in lower case, joined by dashes, such as soft-hinge");
        }
        if (!SourceVersion.isName(packageName(name))) {
            throw new InvalidInput(name, "a word of Java, which no package can have as its name; add another to it");
        }
    }

    /**
     * The files by their paths in the project.
     *
     * @param version of gan4j, that the plug-in is compiled against
     */
    public SortedMap<String, String> files(String version) {
        String folder = "/java/" + packageName(name).replace('.', '/') + "/" + className();
        SortedMap<String, String> files = new TreeMap<>();
        files.put("pom.xml", filled("pom.xml", version));
        files.put("README.md", filled("README.md", version));
        files.put("src/main" + folder + "Loss.java", filled("Loss.java", version));
        files.put("src/main" + folder + "Module.java", filled("Module.java", version));
        files.put("src/test" + folder + "LossTest.java", filled("LossTest.java", version));
        files.put(
                "src/main/resources/META-INF/services/" + GanModule.class.getName(),
                packageName(name) + "." + className() + "Module\n");
        return files;
    }

    /**
     * Writes the files.
     *
     * @param folder the project's; made, unless it is there and empty
     * @throws InvalidInput if there is something in it
     */
    public void write(Path folder, String version) {
        requireRoom(folder);
        files(version).forEach((file, text) -> WholeFile.write(folder.resolve(file), text));
    }

    /**
     * Refuses a folder that holds something.
     *
     * @throws InvalidInput that says so
     */
    public static void requireRoom(Path folder) {
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            throw new InvalidInput(folder.toString(), "is there and not empty; --dir names another folder");
        }
    }

    private static boolean isEmptyFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String packageName(String name) {
        return "com.example." + name.replace("-", "");
    }

    /** {@code SoftHinge} for {@code soft-hinge}. */
    private String className() {
        return Arrays.stream(name.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    private String filled(String template, String version) {
        try (InputStream in = PluginProject.class.getResourceAsStream(template)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@name@", name)
                    .replace("@Name@", className())
                    .replace("@package@", packageName(name))
                    .replace("@version@", version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
