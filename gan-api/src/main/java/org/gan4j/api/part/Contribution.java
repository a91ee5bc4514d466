package org.gan4j.api.part;

/**
 * A class offered under a name at an extension point. Never an instance: parts are built when they are asked for, so a broken
 * one hurts only those who name it.
 *
 * @param point  id of the extension point
 * @param name   what users write
 * @param type   the class; a record is built from its {@link Param}s, any other class by Guice
 * @param module the module that contributed it
 * @param number counts the contributions of one module, so that a repeated one is seen and reported
 */
public record Contribution(String point, String name, Class<?> type, Class<?> module, int number) {
    /** What the class says of itself, or empty. */
    public String purpose() {
        About about = type.getAnnotation(About.class);
        return about == null ? "" : about.value();
    }

    /** Where it comes from, or empty. */
    public String source() {
        About about = type.getAnnotation(About.class);
        return about == null ? "" : about.source();
    }
}
