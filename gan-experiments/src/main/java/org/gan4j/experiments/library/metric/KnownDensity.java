package org.gan4j.experiments.library.metric;

import org.gan4j.api.Dataset;
import org.gan4j.api.data.Truth;
import org.gan4j.api.problem.InvalidInput;

/** The known distribution that a metric needs. */
final class KnownDensity {
    private KnownDensity() {}

    static Truth of(Dataset dataset, String metric) {
        return dataset.truth()
                .orElseThrow(() -> new InvalidInput(
                        "metric " + metric,
                        "it needs data whose density is known, such as ring, grid, spiral or gaussian-1d; that of "
                                + dataset + " is not"));
    }
}
