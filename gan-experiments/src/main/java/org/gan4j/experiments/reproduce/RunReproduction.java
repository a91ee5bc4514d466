package org.gan4j.experiments.reproduce;

import org.gan4j.api.command.Context;

/**
 * A reproduction that looks at trained pairs: at finished runs, or at ones it trains now. What is written {@code key=value} and is no
 * key of its own is a setting of the experiment that it trains.
 */
public interface RunReproduction extends Reproduction {
    /**
     * Does it, as {@link #run(Context)}.
     *
     * @param request which runs, and where files go
     */
    int run(Context context, ReproductionRequest request) throws Exception;

    @Override
    default int run(Context context) throws Exception {
        return run(context, ReproductionRequest.ofNothing(context));
    }
}
