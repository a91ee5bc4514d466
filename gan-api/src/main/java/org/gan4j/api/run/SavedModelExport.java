package org.gan4j.api.run;

import java.nio.file.Path;
import org.gan4j.api.algebra.Shape;

/** The capability of a run to write its generator as a TensorFlow SavedModel, which programs in many languages load. */
public interface SavedModelExport {
    /**
     * Writes the generator, as {@link Nets#generate} uses it, into a new folder. Its weights are constants of the graph, so nothing
     * else is needed to load it. The same weights give the same bytes.
     *
     * @throws org.gan4j.api.problem.WorkFailed if it cannot be written
     */
    Exported export(Path folder);

    /**
     * The names in a SavedModel that was written.
     *
     * @param tag       names the graph within the SavedModel
     * @param signature names the function x = G(z) within the graph
     * @param latent    the function's argument
     * @param example   its result
     */
    record Exported(String tag, String signature, Named latent, Named example) {}

    /**
     * A float32 tensor of the signature.
     *
     * @param shape with the batch axis first
     */
    record Named(String name, Shape shape) {}
}
