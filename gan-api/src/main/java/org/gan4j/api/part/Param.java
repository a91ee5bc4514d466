package org.gan4j.api.part;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter of a part, on a component of its record. This is the only place of its default, range and meaning: the binder,
 * the command line's help, the docs and the provenance read it here.
 *
 * <p>Components may be {@code int long double boolean String Path}, an enum, another part such as {@code Initializer}, or a
 * {@code List} of these.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Param {
    /** The name that users write; if it is empty, it is that of the component. */
    String name() default "";

    /**
     * The default as a user would write it: {@code 0.5}, {@code [128,128]}, {@code glorot}. If it is empty, the
     * parameter is required.
     */
    String value() default "";

    /** The smallest valid value of a number. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest valid value of a number. */
    double max() default Double.POSITIVE_INFINITY;

    /** The parameter's meaning, with its unit. */
    String doc();
}
