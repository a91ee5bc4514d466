package org.gan4j.plain;

/**
 * A computation as text.
 *
 * @param text    such as {@code mean(softplus(-real))}
 * @param binding how tightly its outermost operation binds: where a formula needs parentheses inside another
 */
public record Formula(String text, Binding binding) {
    /** The bindings, from loose to tight. */
    public enum Binding {
        SUM,
        MINUS,
        PRODUCT,
        POWER,
        ATOM
    }

    /** Returns the formula that is a name. */
    public static Formula of(String name) {
        return new Formula(name, Binding.ATOM);
    }

    /** Returns the text, in parentheses if it binds less tightly than this. */
    String at(Binding least) {
        return binding.compareTo(least) < 0 ? "(" + text + ")" : text;
    }

    @Override
    public String toString() {
        return text;
    }
}
