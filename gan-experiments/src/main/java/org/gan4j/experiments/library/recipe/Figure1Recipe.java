package org.gan4j.experiments.library.recipe;

import org.gan4j.api.part.About;
import org.gan4j.api.run.Recipe;

/**
 * The game of the paper's figure 1: one number becomes another. G(z) = az + b on normal z can become the data exactly, and p_g is
 * smooth at each step; on the paper's uniform z it would end in steps, where D* jumps and no net can follow.
 */
@About(
        value = "one number to another: the run that gan reproduce fig1 draws",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, figure 1, with normal z in place of uniform")
public final class Figure1Recipe implements Recipe {
    @Override
    public String yaml() {
        return """
            dataset: gaussian-1d
            prior: {name: gaussian, size: 1}
            generator: {name: mlp, hidden: []}
            discriminator: {name: mlp, hidden: [64, 64]}
            loss: non-saturating
            schedule: {name: interrupted, at: 500, discriminator: 1000, generator: 200, k: 3}
            optimizer: {name: adam, rate: 0.002, decay: 1.0002}
            batch: 256
            steps: 6000
            metrics: [jsd]
            eval.every: 100
            report.every: 100
            """;
    }
}
