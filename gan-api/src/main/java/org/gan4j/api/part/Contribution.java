package org.gan4j.api.part;

import java.util.Optional;

/**
 * A class offered under a name at an extension point. A part is built, and a text is read, when it is asked for, so a
 * broken one affects only experiments that name it.
 *
 * @param point  id of the extension point
 * @param name   what users write
 * @param type   the class; a record is built from its {@link Param}s, any other class by Guice
 * @param text   the part itself where it is a text in the jar
 * @param module the module that contributed it
 * @param number counts the contributions of one module, so that a repeated one is seen and reported
 */
public record Contribution(
        String point, String name, Class<?> type, Optional<TextPart> text, Class<?> module, int number) {
    /** Returns what the part is for by its own account, or empty. */
    public String purpose() {
        return text.map(TextPart::purpose).or(() -> about().map(About::value)).orElse("");
    }

    /** Returns where the part comes from, or empty. */
    public String source() {
        return text.map(TextPart::source).or(() -> about().map(About::source)).orElse("");
    }

    /** Returns the heading under which a list shows the part, or empty. */
    public String group() {
        return text.map(TextPart::group).orElse("");
    }

    private Optional<About> about() {
        return Optional.ofNullable(type.getAnnotation(About.class));
    }
}
