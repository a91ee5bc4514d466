package org.gan4j.api.part;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The purpose and the source of a contributed class. {@code gan plugins} and {@code gan losses} print them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface About {
    /** The purpose, in one sentence. */
    String value();

    /** The source: authors, year, arXiv id, equation; or empty. */
    String source() default "";

    /** The heading under which lists of many parts show it with its relatives; or empty. */
    String family() default "";

    /**
     * What both players of a loss reach, in one sentence: the best discriminator, and what the generator then minimises; or
     * empty.
     */
    String optimum() default "";
}
