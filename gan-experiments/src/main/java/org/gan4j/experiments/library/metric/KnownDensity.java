package org.gan4j.experiments.library.metric;

import java.util.Optional;
import org.gan4j.api.Dataset;

/** The known distribution that a metric needs. */
final class KnownDensity {
    private KnownDensity() {}

    /** Returns why a metric that needs it does not fit; empty if it does. */
    static Optional<String> misfit(Dataset data) {
        return data.truth().isPresent()
                ? Optional.empty()
                : Optional.of(
                        "it needs data whose density is known, such as ring, grid, spiral or gaussian-1d; that of these is not");
    }
}
