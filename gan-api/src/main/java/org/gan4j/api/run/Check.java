package org.gan4j.api.run;

/**
 * One line of {@code gan doctor}.
 *
 * @param remedy how to fix it; empty if {@code ok}
 */
public record Check(String name, boolean ok, String detail, String remedy) {
    public static Check fine(String name, String detail) {
        return new Check(name, true, detail, "");
    }

    public static Check wrong(String name, String detail, String remedy) {
        return new Check(name, false, detail, remedy);
    }
}
