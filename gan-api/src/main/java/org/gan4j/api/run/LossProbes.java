package org.gan4j.api.run;

import java.util.Map;
import org.gan4j.api.metric.ProbeSignal;

/** The capability of a run to measure the generator's gradient under losses that it is not trained with. */
public interface LossProbes {
    /**
     * Measures the generator's gradient under each of the experiment's probe losses, on one batch at the present parameters, and
     * updates nothing.
     *
     * @return each {@link ProbeSignal} of each loss, and of each two losses their {@link ProbeSignal#COSINE}, by metric name
     */
    Map<String, Double> probe();
}
