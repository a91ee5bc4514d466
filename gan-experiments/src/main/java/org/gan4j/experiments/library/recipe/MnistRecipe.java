package org.gan4j.experiments.library.recipe;

import org.gan4j.api.part.About;
import org.gan4j.api.run.Recipe;

/**
 * The paper's pair on MNIST at a third of its width, so that six runs fit into minutes on two cores: rectifiers and a sigmoid
 * against maxout with dropout, momentum, Algorithm 1 with k = 1.
 */
@About("handwritten digits with the paper's pair of nets, narrower")
public final class MnistRecipe implements Recipe {
    @Override
    public String yaml() {
        return """
                dataset: mnist
                prior: {name: uniform, size: 100}
                generator:
                  name: mlp
                  hidden: [400, 400]
                  output: sigmoid
                  weights: {name: uniform, range: 0.05}
                  bias: marginals
                discriminator:
                  name: maxout
                  hidden: [120, 120]
                  pieces: 5
                  weights: {name: uniform, range: 0.005}
                loss: non-saturating
                optimizer: {name: momentum, rate: 0.1}
                batch: 100
                epochs: 12
                metrics: [parzen]
                eval.every: 1000
                report.every: 50
                """;
    }
}
