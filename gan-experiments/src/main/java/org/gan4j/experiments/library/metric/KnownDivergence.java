package org.gan4j.experiments.library.metric;

import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.data.FloatTensor;

/** The Jensen-Shannon divergence from one known density, as {@link Jsd} estimates it, for who asks often. */
public final class KnownDivergence {
    private static final int DIMENSIONS = 2;

    private final Partition cells;
    private final double[] masses;

    private KnownDivergence(Partition cells) {
        this.cells = cells;
        masses = cells.masses();
    }

    /** Returns the divergence from the density of the data; nothing where it is not known, or of more than two dimensions. */
    public static Optional<KnownDivergence> of(Dataset dataset) {
        return dataset.shape().size() > DIMENSIONS
                ? Optional.empty()
                : dataset.truth().map(truth -> new KnownDivergence(new Partition(truth)));
    }

    /** Returns the divergence of examples from the density, in nats. */
    public double of(FloatTensor examples) {
        return Jsd.divergence(masses, cells.shares(examples));
    }

    /** Returns the mean of the divergence of so many draws from the density itself. */
    public double ofPerfect(int examples) {
        return Jsd.expected(masses, examples);
    }
}
