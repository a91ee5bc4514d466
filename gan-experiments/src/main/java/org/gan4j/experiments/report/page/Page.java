package org.gan4j.experiments.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.digest.Digest;
import org.gan4j.disk.WholeFile;
import org.gan4j.experiments.draw.Palette;
import org.gan4j.experiments.store.Json;

/**
 * One HTML file that needs nothing else: style, scripts, data and pictures lie inside, and its own policy forbids every request
 * and every script but those two. Opens from a file, and in a sandboxed frame.
 *
 * @param title what the window is called
 * @param body  what is read, also where scripts are off
 * @param data  what the script draws; becomes JSON
 */
public record Page(String title, Html body, Object data) {
    private static final String RESOURCES = "/org/gan4j/experiments/report/";
    private static final Pattern HOLE = Pattern.compile("\\{\\{(\\w+)}}");

    /** Writes the file, at once. */
    public Path write(Path file) {
        return WholeFile.write(file, render());
    }

    String render() {
        String charts = resource("uplot/uPlot.iife.min.js");
        String script = resource("report.js");
        Map<String, String> filling = Map.of(
                "title",
                Html.text(title).markup(),
                "policy",
                "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src " + source(charts) + " "
                        + source(script),
                "style",
                resource("uplot/uPlot.min.css") + Palette.css() + resource("report.css") + resource("plot.css"),
                "body",
                body.markup(),
                "data",
                harmless(Json.compact(data)),
                "licence",
                resource("uplot/LICENSE"),
                "charts",
                charts,
                "script",
                script);
        return HOLE.matcher(resource("report.html"))
                .replaceAll(hole -> Matcher.quoteReplacement(filling.get(hole.group(1))));
    }

    /** JSON that cannot end the element it stands in, nor begin a comment or another element. */
    static String harmless(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** Returns the name by which a policy calls a script that it allows. */
    private static String source(String script) {
        byte[] hash = Digest.newDigest().digest(script.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    /** A style sheet or script that pages are made of, by its name. */
    public static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IllegalStateException("the program's jar lacks " + RESOURCES + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
