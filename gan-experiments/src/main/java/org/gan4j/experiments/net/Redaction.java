package org.gan4j.experiments.net;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;

/** Takes logins out of addresses. Whatever is shown or kept and may hold an address goes through here. */
public final class Redaction {
    /** What stands between the slashes and the last at sign before the next slash or blank. */
    private static final Pattern LOGIN = Pattern.compile("//[^/\\s]*@");

    private Redaction() {}

    /** Returns the text without the login of any address in it. */
    public static String of(String text) {
        return LOGIN.matcher(text).replaceAll("//");
    }

    /** Returns the stack trace of a failure without the login of any address in it. */
    public static String ofTrace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return of(trace.toString());
    }

    /** Returns the value of a variable that should be one address without its login, however odd the address is. */
    public static String ofAddress(String value) {
        String scheme = value.contains("://") ? value.substring(0, value.indexOf("://") + 3) : "";
        return value.contains("@") ? scheme + value.substring(value.lastIndexOf('@') + 1) : value;
    }
}
