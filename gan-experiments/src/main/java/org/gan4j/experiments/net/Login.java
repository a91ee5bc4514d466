package org.gan4j.experiments.net;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user and a password, shown nowhere. */
public record Login(String user, String password) {
    /** The login before the at sign of an address, with its percent signs resolved. */
    static Login ofAddress(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Login(decoded(text), "")
                : new Login(decoded(text.substring(0, colon)), decoded(text.substring(colon + 1)));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A percent sign that stands for itself.
            return text;
        }
    }

    /** The value of the header that carries it. */
    public String header() {
        byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    @Override
    public String toString() {
        return "a login";
    }
}
