package org.gan4j.api.data;

import java.util.List;

/** What is known of the distribution of synthetic data, so that a generator can be judged without an estimate. */
public interface Truth {
    /** log p_data(x) in nats. */
    double logDensity(double[] x);

    /** Centres of the modes; one for a unimodal density, none for one without modes to count, as along a curve. */
    List<double[]> modes();

    /** Points that the mass lies around, a few deviations from the nearest at most: the modes, or points along a curve. */
    default List<double[]> centres() {
        return modes();
    }

    /** Standard deviation about each of the {@link #centres}, in every direction. */
    double modeDeviation();
}
