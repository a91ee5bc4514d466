package org.gan4j.api.run;

import java.util.SortedMap;
import org.gan4j.api.data.FloatTensor;

/**
 * The nets of a run at its present step, for whoever uses them: metrics, pictures, reproductions. Every net is applied as after
 * training, without dropout. Nothing here changes the run: what it does next stays the same to the bit.
 */
public interface Nets {
    /**
     * Latent draws from a named evaluation stream: the same name and count give the same draws in every run of a seed.
     *
     * @return [count × latent]
     */
    FloatTensor latent(int count, String stream);

    /**
     * G(z).
     *
     * @param latent [n × latent]
     * @return [n × data]
     */
    FloatTensor generate(FloatTensor latent);

    /**
     * Draws of the data from a named evaluation stream; for finite sets, rows of the training split.
     *
     * @return [count × data]
     */
    FloatTensor real(int count, String stream);

    /**
     * D's logits, one an example.
     *
     * @param examples [n × data]
     */
    float[] score(FloatTensor examples);

    /**
     * What the last of D's layers that have weights is given: the representation that D's logit is computed from. For a maxout
     * discriminator these are the outputs of its last maxout layer. A discriminator with one such layer is given the examples,
     * under whatever shape the layers before it make of them; so is one whose layers have no weights.
     *
     * @param examples [n × data]
     * @return [n × features], the values of an example in row-major order
     * @throws org.gan4j.api.problem.InvalidInput if the examples are of another shape than the data
     */
    FloatTensor features(FloatTensor examples);

    /**
     * The output of a named head of D's net.
     *
     * @param examples [n × data]
     * @throws org.gan4j.api.problem.InvalidInput if D has no head of this name
     */
    FloatTensor head(FloatTensor examples, String name);

    /** All trainable weights by name. */
    SortedMap<String, FloatTensor> weights();
}
