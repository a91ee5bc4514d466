package org.gan4j.api.part;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a contributed class is for, and where it comes from; printed by {@code gan plugins} and {@code gan losses}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface About {
    /** One sentence. */
    String value();

    /** Authors, year, arXiv id, equation; or empty. */
    String source() default "";
}
