package org.gan4j.api.part;

import java.util.List;
import org.gan4j.api.problem.InvalidInput;

/**
 * A part that is a text in a plug-in's jar, such as a recipe in YAML. The text's leading lines that begin with {@code #} take the
 * place of {@link About}: what the part is for, in a line {@code # source: ...} where it comes from, and in a line
 * {@code # group: ...} the heading under which a list shows it.
 */
public interface TextPart {
    /**
     * Returns the whole text.
     *
     * @throws InvalidInput if it cannot be read
     */
    String text();

    /** Returns the first leading comment that is neither source nor group; empty if there is none or the text cannot be read. */
    default String purpose() {
        return comments().stream()
                .filter(line -> !line.startsWith("source:") && !line.startsWith("group:"))
                .findFirst()
                .orElse("");
    }

    /** Returns what follows {@code source:} in the leading comments, or empty. */
    default String source() {
        return comment("source:");
    }

    /** Returns what follows {@code group:} in the leading comments, or empty. */
    default String group() {
        return comment("group:");
    }

    private String comment(String key) {
        return comments().stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip())
                .findFirst()
                .orElse("");
    }

    private List<String> comments() {
        try {
            return text().lines()
                    .takeWhile(line -> line.startsWith("#"))
                    .map(line -> line.substring(1).strip())
                    .toList();
        } catch (InvalidInput e) {
            return List.of();
        }
    }
}
