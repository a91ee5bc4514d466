package org.gan4j.experiments.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The kinds of damage that a stored file may have. */
public final class Damages {
    /** By what they leave of a file; an empty array stands for an empty file. */
    private static final Map<String, Function<byte[], byte[]>> CONTENTS = new TreeMap<>(Map.of(
            "empty", sound -> new byte[0],
            "cut", sound -> Arrays.copyOf(sound, sound.length * 2 / 3),
            "no UTF-8", sound -> new byte[] {'s', '\n', (byte) 0xff, (byte) 0xfe, ',', '\n'},
            "foreign", sound -> "{\"a\": 1}\n".getBytes(StandardCharsets.UTF_8),
            "nothing", sound -> "null\n".getBytes(StandardCharsets.UTF_8),
            "short rows", sound -> "step,x\n1\n".getBytes(StandardCharsets.UTF_8)));

    private static final String GONE = "gone";
    private static final String FOLDER = "a folder in place of";

    private Damages() {}

    /**
     * Damages a file in every way, one after the other, and restores all files afterwards.
     *
     * @param home  the folder in which the check may change files
     * @param check gets a description of the damage
     */
    public static void inEveryWay(Path file, Path home, Consumer<String> check) throws IOException {
        Map<Path, byte[]> before = contents(home);
        for (String kind : kinds()) {
            damage(file, kind);
            check.accept(kind + " " + file);
            restore(home, before);
        }
    }

    /** Returns the names of all kinds. */
    public static List<String> kinds() {
        return Stream.concat(CONTENTS.keySet().stream(), Stream.of(GONE, FOLDER))
                .toList();
    }

    /** Damages a file in one way. */
    public static void damage(Path file, String kind) throws IOException {
        byte[] sound = Files.readAllBytes(file);
        Files.delete(file);
        if (kind.equals(FOLDER)) {
            Files.createDirectory(file);
        } else if (!kind.equals(GONE)) {
            Files.write(file, CONTENTS.get(kind).apply(sound));
        }
    }

    private static Map<Path, byte[]> contents(Path home) throws IOException {
        Map<Path, byte[]> contents = new TreeMap<>();
        for (Path path : inside(home)) {
            if (Files.isRegularFile(path)) {
                contents.put(path, Files.readAllBytes(path));
            }
        }
        return contents;
    }

    private static void restore(Path home, Map<Path, byte[]> before) throws IOException {
        List<Path> now = inside(home);
        for (Path path : now) {
            boolean parent = before.keySet().stream().anyMatch(file -> !file.equals(path) && file.startsWith(path));
            if (!parent && !(before.containsKey(path) && Files.isRegularFile(path))) {
                Files.delete(path);
            }
        }
        for (Map.Entry<Path, byte[]> file : before.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
    }

    /** Returns what a folder holds, the contents of a folder before the folder. */
    private static List<Path> inside(Path home) throws IOException {
        try (Stream<Path> paths = Files.walk(home)) {
            return paths.filter(path -> !path.equals(home))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
