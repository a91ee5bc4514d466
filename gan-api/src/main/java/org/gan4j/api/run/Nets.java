package org.gan4j.api.run;

import java.util.SortedMap;
import org.gan4j.api.data.FloatTensor;

/**
 * The nets of a run at its present step, for whoever uses them: metrics, pictures, reproductions. Every net is applied as after
 * training, without dropout. Nothing here changes the run: what it does next stays the same to the bit.
 */
public interface Nets {
    /**
     * Returns latent draws from a named evaluation stream. The same name and count give the same draws in every run of
     * a seed.
     *
     * @return [count × latent]
     */
    FloatTensor latent(int count, String stream);

    /**
     * Returns G(z).
     *
     * @param latent [n × latent]
     * @return [n × data]
     */
    FloatTensor generate(FloatTensor latent);

    /**
     * Returns draws of the data from a named evaluation stream; for finite sets, rows of the training split.
     *
     * @return [count × data]
     */
    FloatTensor real(int count, String stream);

    /**
     * Returns D's logits, one an example.
     *
     * @param examples [n × data]
     */
    float[] score(FloatTensor examples);

    /**
     * Returns the input of the last of D's layers that have weights: the representation that D's logit is computed
     * from. For a maxout discriminator these are the outputs of its last maxout layer. If D has at most one layer with
     * weights, the result is the examples, in the shape that the layers before it make of them.
     *
     * @param examples [n × data]
     * @return [n × features], the values of an example in row-major order
     * @throws org.gan4j.api.problem.InvalidInput if the examples are of another shape than the data
     */
    FloatTensor features(FloatTensor examples);

    /**
     * Returns the output of a named head of D's net.
     *
     * @param examples [n × data]
     * @throws org.gan4j.api.problem.InvalidInput if D has no head of this name
     */
    FloatTensor head(FloatTensor examples, String name);

    /** Returns all weights by name: what is trained, and what the layers keep between updates. */
    SortedMap<String, FloatTensor> weights();
}
