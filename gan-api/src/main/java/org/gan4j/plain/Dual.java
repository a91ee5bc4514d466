package org.gan4j.plain;

/**
 * A tensor and its derivative along one direction.
 *
 * @param slope of the same shape as the value
 */
public record Dual<T>(T value, T slope) {}
