package org.gan4j.api.data;

import java.util.List;

/** The known distribution of synthetic data. With it a generator is judged without an estimate. */
public interface Truth {
    /** log p_data(x) in nats. */
    double logDensity(double[] x);

    /**
     * The centres of the modes: one for a unimodal density, and an empty array for a density without countable modes,
     * such as one along a curve.
     */
    List<double[]> modes();

    /**
     * The points that the mass lies around: the modes, or points along a curve. No mass lies more than a few deviations
     * from the nearest.
     */
    default List<double[]> centres() {
        return modes();
    }

    /** The standard deviation about each of the {@link #centres}, in every direction. */
    double modeDeviation();
}
