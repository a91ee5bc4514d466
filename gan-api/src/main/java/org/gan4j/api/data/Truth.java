package org.gan4j.api.data;

import java.util.List;

/** What is known of the distribution of synthetic data, so that a generator can be judged without an estimate. */
public interface Truth {
    /** log p_data(x) in nats. */
    double logDensity(double[] x);

    /** Centres of the modes; one for a unimodal density. */
    List<double[]> modes();

    /** Standard deviation of each mode in every direction. */
    double modeDeviation();
}
