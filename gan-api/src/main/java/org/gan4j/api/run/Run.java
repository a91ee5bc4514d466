package org.gan4j.api.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;

/**
 * A running experiment inside a backend: the only long-lived mutable object. Used by one thread.
 *
 * <p>Randomness is counter-based: everything below but {@link #advance} and {@link #restore} leaves the future of the training
 * unchanged to the bit.
 */
public interface Run extends AutoCloseable {
    /**
     * How the SavedModel that {@link Run#export} wrote is called.
     *
     * @param tag       names the graph within the SavedModel
     * @param signature names the function x = G(z) within the graph
     * @param latent    the function's argument
     * @param example   its result
     */
    record Exported(String tag, String signature, Named latent, Named example) {
        /**
         * A float32 tensor of the signature.
         *
         * @param shape with the batch axis first
         */
        public record Named(String name, Shape shape) {}
    }

    /** Steps made so far; a step is one pass through the schedule's turns. */
    long step();

    /** Epochs made so far: how often D has consumed the training split; 0 for endless data. */
    double epoch();

    /**
     * Trains for some steps.
     *
     * @return the mean of each training signal over these steps, by metric name ({@code loss/d}, {@code d/real} …); a value
     *     that was not finite is passed on as it is
     */
    Map<String, Double> advance(long steps);

    /** Latent draws from a named evaluation stream: the same name and count give the same draws in every run of a seed. */
    FloatTensor latent(int count, String stream);

    /** G(z), as used after training: without dropout. */
    FloatTensor generate(FloatTensor latent);

    /** Draws of the data from a named evaluation stream; for finite sets, rows of the training split. */
    FloatTensor real(int count, String stream);

    /** D's logits, one an example, without dropout. */
    float[] score(FloatTensor examples);

    /**
     * What the last of D's layers that have weights is given, without dropout: the representation that D's logit is computed from. Of
     * a maxout discriminator these are the outputs of its last maxout layer. A discriminator with one such layer is given the examples,
     * under whatever shape the layers before it make of them; so is one whose layers have no weights.
     *
     * @param examples [n × data]
     * @return [n × features], the values of an example in row-major order
     * @throws org.gan4j.api.problem.InvalidInput if the examples are of another shape than the data
     */
    FloatTensor features(FloatTensor examples);

    /**
     * What a named head of D's net says of examples, without dropout.
     *
     * @throws org.gan4j.api.problem.InvalidInput if D has no head of this name
     */
    FloatTensor head(FloatTensor examples, String name);

    /**
     * The generator's gradient under each of the experiment's probe losses, on one batch at the present parameters, by metric name:
     * its length with respect to the generator's parameters ({@code grad/g.minimax} …), to D's logits ({@code grad/g-logit.minimax}
     * …) and to the samples ({@code grad/g-sample.minimax} …), and the cosine between the first of these under two losses
     * ({@code grad/g-cosine.minimax.non-saturating} …). Nothing is updated.
     */
    Map<String, Double> probe();

    /** All trainable weights by name. */
    SortedMap<String, FloatTensor> weights();

    /** The device the graph runs on, as recorded: {@code cpu} or {@code gpu:0 (name)}. */
    String device();

    /** Writes everything that the future depends on into a new folder. */
    void save(Path folder);

    /**
     * Goes back to what {@link #save} wrote.
     *
     * @throws org.gan4j.api.problem.InvalidInput if the folder does not hold a checkpoint of this experiment
     */
    void restore(Path folder);

    /**
     * Gives weights the values that they have in a checkpoint of another experiment: each weight of this run whose name begins
     * with one prefix that of the same name with another prefix. Meant for before the first step.
     *
     * @param here  such as {@code generator.onto1.}
     * @param there such as {@code generator.}
     * @throws org.gan4j.api.problem.InvalidInput if the checkpoint lacks one of them, or has it in another shape
     */
    void take(Path checkpoint, String here, String there);

    /**
     * Writes the generator, as {@link #generate} uses it, into a new folder, as a TensorFlow SavedModel whose weights are constants:
     * nothing else is needed to load it, in whatever language. The same weights give the same bytes.
     *
     * @throws org.gan4j.api.problem.WorkFailed if it cannot be written
     */
    Exported export(Path folder);

    @Override
    void close();
}
