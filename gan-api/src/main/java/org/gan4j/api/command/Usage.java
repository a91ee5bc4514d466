package org.gan4j.api.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The help of a command. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Usage {
    /** The command's purpose, in a sentence. */
    String value();

    /** The arguments as shown in help, such as {@code [RECIPE or FILE] [key=value...]}. */
    String arguments() default "";

    /** The extension point whose parts the first argument names; help lists them with their parameters. */
    String point() default "";

    /** Examples: complete command lines that work. */
    String[] examples() default {};
}
