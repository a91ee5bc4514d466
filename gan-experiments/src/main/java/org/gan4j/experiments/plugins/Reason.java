package org.gan4j.experiments.plugins;

import java.lang.reflect.InvocationTargetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a failure to load or run a plug-in's class means, in words for the person who installed it. */
final class Reason {
    private static final Pattern CLASS_FILE_VERSION = Pattern.compile("class file version (\\d+)\\.");

    /** How far Java's version and that of its class files are apart. */
    private static final int FIRST_CLASS_FILE_VERSION = 44;

    private Reason() {}

    static String of(Throwable failure) {
        Throwable cause = failure instanceof InvocationTargetException || failure instanceof ExceptionInInitializerError
                ? failure.getCause()
                : failure;
        if (cause instanceof UnsupportedClassVersionError) {
            return newerJava(String.valueOf(cause.getMessage()));
        } else if (cause instanceof NoClassDefFoundError && cause.getMessage() != null) {
            return "class " + cause.getMessage().replace('/', '.') + " is missing";
        }
        String place = firstPlace(cause);
        return cause + (place.isEmpty() ? "" : " at " + place);
    }

    private static String newerJava(String message) {
        Matcher version = CLASS_FILE_VERSION.matcher(message);
        String built = version.find()
                ? "for Java " + (Integer.parseInt(version.group(1)) - FIRST_CLASS_FILE_VERSION)
                : "for a newer Java";
        return "built " + built + ", and this is Java " + Runtime.version().feature();
    }

    private static String firstPlace(Throwable cause) {
        StackTraceElement[] stack = cause.getStackTrace();
        return stack.length == 0 ? "" : stack[0].getClassName() + ":" + stack[0].getLineNumber();
    }
}
