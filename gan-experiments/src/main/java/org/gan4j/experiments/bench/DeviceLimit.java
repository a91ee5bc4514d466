package org.gan4j.experiments.bench;

/**
 * What a device can do at best, measured between the windows.
 *
 * @param what what was done, at which size
 * @param unit of the amounts
 */
public record DeviceLimit(String device, String what, String unit, MedianAndRange amount) {}
