package org.gan4j.api.run;

import java.util.List;

/** The capability of a run to measure what its device can do at best, which no training on it surpasses. */
public interface DeviceRates {
    /**
     * How much of something the device does in a second.
     *
     * @param what   what was done, at which size, such as {@code product of two 1024 × 1024 matrices, float32}
     * @param unit   such as {@code GFLOP/s}
     * @param amount in this unit
     */
    record Rate(String what, String unit, double amount) {}

    /**
     * Measures each rate for a part of a second: matrix products in every number format that the experiment multiplies in, float32
     * among them, and memory. Each call returns the same rows in the same order. The training does not notice.
     */
    List<Rate> measureRates();
}
