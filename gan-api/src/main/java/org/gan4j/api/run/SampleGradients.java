package org.gan4j.api.run;

import org.gan4j.api.data.FloatTensor;

/** The capability of a run to say how its generator's loss depends on generated examples. */
public interface SampleGradients {
    /**
     * Returns the gradient of the generator's loss with respect to each generated example, with the present discriminator as
     * after training, without dropout. Terms are not part of the loss. Nothing is updated.
     *
     * @param real [n × data]; a loss may compare generated examples with them
     * @param fake [n × data]
     * @return [n × data]; under a loss that is a mean over the examples, n times a row is the slope of that example's own loss
     */
    FloatTensor sampleGradient(FloatTensor real, FloatTensor fake);
}
