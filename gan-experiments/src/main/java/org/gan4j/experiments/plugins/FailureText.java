package org.gan4j.experiments.plugins;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Explains a failure to load or run a plug-in's class and its remedy, in words for the person who installed it. */
final class FailureText {
    private static final Pattern CLASS_FILE_VERSION = Pattern.compile("class file version (\\d+)\\.");
    private static final Pattern CLASS_NAME = Pattern.compile("[\\w$./]+");

    /** The difference between Java's version and that of its class files. */
    private static final int FIRST_CLASS_FILE_VERSION = 44;

    private FailureText() {}

    static String of(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof InvocationTargetException || cause instanceof ExceptionInInitializerError)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof UnsupportedClassVersionError) {
            Matcher version = CLASS_FILE_VERSION.matcher(message);
            return version.find() ? newerJava(Integer.parseInt(version.group(1)) - FIRST_CLASS_FILE_VERSION) : message;
        } else if (cause instanceof NoClassDefFoundError
                && CLASS_NAME.matcher(message).matches()) {
            String missing = message.replace('/', '.');
            return "class " + missing + " is missing; " + remedyForMissing(missing);
        } else if (cause instanceof IncompatibleClassChangeError) {
            return "it was built against another version of what it uses (" + message
                    + "); build it against this gan4j";
        }
        return oneLine(cause instanceof IOException ? message : cause + place(cause));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    static String newerJava(int built) {
        return "it is built for Java " + built + ", but this is Java "
                + Runtime.version().feature()
                + "; run gan with a newer Java (JAVA_HOME), or build the plug-in for this one";
    }

    static String remedyForMissing(String className) {
        if (className.startsWith("org.gan4j.")) {
            return "this gan4j has no such class, so build the plug-in against this version";
        }
        return PluginClassLoader.isShared(className)
                ? "the program shares it with plug-ins, so its jar belongs into lib/"
                : "put the jar that has it and the plug-in's jar into one folder plugins/NAME/";
    }

    /** The first line of code outside of Java's own, where the author should look. */
    private static String place(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .filter(line -> !line.getClassName().startsWith("java.")
                        && !line.getClassName().startsWith("jdk."))
                .findFirst()
                .map(line -> " at " + line.getClassName() + ":" + line.getLineNumber())
                .orElse("");
    }
}
