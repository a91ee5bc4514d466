package org.gan4j.experiments.reproduce.section7.inference;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.experiments.reproduce.ReproductionResult;
import org.gan4j.experiments.reproduce.ResultText;
import org.gan4j.experiments.reproduce.Verdict;
import org.gan4j.experiments.run.ReopenedRun;

/**
 * The errors of an inference net.
 *
 * @param updates  of the inference net
 * @param error    mean squared error of E(G(z)) on z that it was not trained on
 * @param variance of the same z: the error of whoever always answers with their mean
 * @param share    the error as a share of the variance
 * @param rebuilt  mean squared difference of a value of G(E(G(z))) and G(z)
 * @param apart    the same of two samples
 */
public record InferenceResult(
        List<Path> files,
        Path run,
        long seed,
        long updates,
        double error,
        double variance,
        double share,
        double rebuilt,
        double apart)
        implements ReproductionResult {
    /** Largest error, as a share of the prior's variance. */
    private static final double BOUND = 0.5;

    static InferenceResult of(Path file, ReopenedRun opened, long updates, RecoveredLatents recovered) {
        return new InferenceResult(
                List.of(file),
                opened.folder().path(),
                opened.experiment().seed(),
                updates,
                recovered.error(),
                recovered.variance(),
                recovered.share(),
                recovered.rebuilt(),
                recovered.apart());
    }

    @Override
    public Verdict verdict() {
        return Verdict.of(share < BOUND, "an error below one half of the prior's variance");
    }

    @Override
    public void describe(ResultText text) {
        text.format(
                "mean squared error of E(G(z)) on %,d held-out z: %.4f; variance of the prior: %.4f; share %.3f",
                Inference.HELD_OUT, error, variance, share);
        text.format(
                "mean squared difference of a value of G(E(G(z))) and G(z): %.4f; of two samples: %.4f",
                rebuilt, apart);
    }
}
