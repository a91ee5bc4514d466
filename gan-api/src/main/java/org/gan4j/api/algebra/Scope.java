package org.gan4j.api.algebra;

/**
 * The dotted name of a place in a net, such as {@code discriminator.maxout1.weights}. Names join with a dot because
 * TensorFlow Java refuses a slash in the name of an operation.
 */
public record Scope(String name) {
    public Scope {
        if (!name.matches("[A-Za-z0-9_.\\-]+")) {
            throw new IllegalArgumentException("a scope holds letters, digits and . _ - only; got \"" + name + "\"");
        }
    }

    public Scope child(String part) {
        return new Scope(name + "." + part);
    }

    @Override
    public String toString() {
        return name;
    }
}
