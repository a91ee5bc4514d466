package org.gan4j.api.run;

import java.util.Map;

/** The capability of a run to measure the generator's gradient under losses that it is not trained with. */
public interface LossProbes {
    /**
     * The generator's gradient under each of the experiment's probe losses, on one batch at the present parameters, by metric name:
     * its length with respect to the generator's parameters ({@code grad/g.minimax} …), to D's logits ({@code grad/g-logit.minimax}
     * …) and to the samples ({@code grad/g-sample.minimax} …), and the cosine between the first of these under two losses
     * ({@code grad/g-cosine.minimax.non-saturating} …). Nothing is updated.
     */
    Map<String, Double> probe();
}
