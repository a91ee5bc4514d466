package org.gan4j.experiments.recipe;

import org.gan4j.api.plugin.About;
import org.gan4j.api.run.Recipe;

/** The paper's pair on MNIST: rectifiers and a sigmoid against maxout with dropout, momentum, Algorithm 1 with k = 1. */
@About("handwritten digits with the paper's pair of nets")
public final class MnistRecipe implements Recipe {
    @Override
    public String yaml() {
        return """
                dataset: mnist
                prior: {name: uniform, size: 100}
                generator:
                  name: mlp
                  hidden: [1200, 1200]
                  output: sigmoid
                  weights: {name: uniform, range: 0.05}
                  bias: marginals
                discriminator:
                  name: maxout
                  hidden: [240, 240]
                  pieces: 5
                  weights: {name: uniform, range: 0.005}
                loss: non-saturating
                optimizer: {name: momentum, rate: 0.1}
                batch: 100
                epochs: 6
                metrics: [parzen]
                eval.every: 500
                report.every: 50
                """;
    }
}
