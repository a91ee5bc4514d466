package org.gan4j.experiments.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.gan4j.experiments.draw.Palette;

/** The files of the page, as they lie in the program's jar. */
final class LabFiles {
    private static final Set<String> NAMES = Set.of(
            "index.html",
            "lab.css",
            "lab.js",
            "connection.js",
            "parts.js",
            "brush.js",
            "reel.js",
            "view.js",
            "scene.js",
            "charts.js",
            "pen.js");

    private LabFiles() {}

    /** Returns a file of the page; the empty name is the page itself. */
    static Optional<LabAnswer> find(String name) {
        if (name.isEmpty()) {
            return find("index.html");
        }
        if (name.equals("palette.css")) {
            return Optional.of(LabAnswer.of("text/css", Palette.css()));
        }
        if (name.equals("film")) {
            return Optional.of(LabAnswer.of("text/html", LabFilm.page()));
        }
        return NAMES.contains(name) ? Optional.of(LabAnswer.of(type(name), text(name))) : Optional.empty();
    }

    private static String type(String name) {
        return name.endsWith(".js") ? "text/javascript" : name.endsWith(".css") ? "text/css" : "text/html";
    }

    static String text(String name) {
        try (InputStream in = LabFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program's jar lacks the lab's " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
