package org.gan4j.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the main Java sources of all modules as files. */
final class MainSources {
    private static final List<String> MODULES = List.of("gan-api", "gan-losses", "gan-tensorflow", "gan-experiments");
    private static final int LINES = 300;
    private static final int INTERPRETER_LINES = 400;

    private MainSources() {}

    private static List<Path> all() throws IOException {
        Path root = Path.of("").toAbsolutePath().getParent();
        List<Path> files = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> found = Files.walk(root.resolve(module).resolve("src/main/java"))) {
                found.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("package-info.java"))
                        .forEach(files::add);
            }
        }
        return files;
    }

    /** Files that bear the same name as another. */
    static List<Path> namesakes() throws IOException {
        Map<Path, List<Path>> byName = all().stream().collect(Collectors.groupingBy(Path::getFileName));
        return byName.values().stream()
                .filter(files -> files.size() > 1)
                .flatMap(List::stream)
                .toList();
    }

    /** Files with more lines than one idea needs. An interpreter has a method for each operation of the algebra. */
    static List<Path> tooLong() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path file : all()) {
            List<String> lines = Files.readAllLines(file);
            boolean interpreter = lines.stream().anyMatch(line -> line.contains(" implements NetAlgebra<"));
            if (lines.size() > (interpreter ? INTERPRETER_LINES : LINES)) {
                files.add(file);
            }
        }
        return files;
    }
}
