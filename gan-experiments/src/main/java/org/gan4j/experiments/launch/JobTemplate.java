package org.gan4j.experiments.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.launch.PlannedCells;

/** A job with names between at signs where its values belong: a resource of this package. */
record JobTemplate(String resource) {
    /** Fills it. A line whose value is empty is left out. */
    String filled(Map<String, String> values) {
        StringBuilder job = new StringBuilder();
        text().lines().forEach(line -> {
            String filled = line;
            boolean empty = false;
            for (Map.Entry<String, String> value : values.entrySet()) {
                String name = "@" + value.getKey() + "@";
                empty |= filled.contains(name) && value.getValue().isEmpty();
                filled = filled.replace(name, value.getValue());
            }
            if (!empty) {
                job.append(filled).append('\n');
            }
        });
        return job.toString();
    }

    /** Returns a name for a job that engines accept: lower case, digits and dashes, at most 50 characters. */
    static String name(PlannedCells cells) {
        String name = ("gan-" + cells.comparison().getFileName())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return name.substring(0, Math.min(50, name.length())).replaceAll("-$", "");
    }

    /** Returns a text as one word of a shell. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private String text() {
        try (InputStream in = JobTemplate.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
