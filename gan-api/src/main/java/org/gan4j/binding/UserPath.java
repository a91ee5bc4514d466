package org.gan4j.binding;

import java.nio.file.Path;

/** A path as users write it: {@code ~} at the beginning is the home folder, also where no shell has replaced it. */
public final class UserPath {
    private static final Path HOME = Path.of("~");

    private UserPath() {}

    /** Returns the path that a text names. */
    public static Path of(String text) {
        Path path = Path.of(text);
        return path.startsWith(HOME) ? Path.of(System.getProperty("user.home")).resolve(HOME.relativize(path)) : path;
    }
}
