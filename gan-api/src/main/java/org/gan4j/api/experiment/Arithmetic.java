package org.gan4j.api.experiment;

/**
 * The number format of training.
 *
 * @param force whether a format is used although this machine's processor would only imitate it
 */
public record Arithmetic(Precision precision, boolean force) {
    Arithmetic withPrecision(Precision other) {
        return new Arithmetic(other, force);
    }
}
