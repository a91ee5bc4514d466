package org.gan4j.experiments.library.recipe.published;

import org.gan4j.api.part.About;
import org.gan4j.api.run.Recipe;

/**
 * MNIST as the paper's text has it: Algorithm 1 as printed, each update from a minibatch of its own, both players on the value
 * function of equation 1. The text gives neither widths nor rates; these are the published code's, so that the two recipes differ
 * in nothing but what text and code say differently.
 */
@About(
        value = "the paper's MNIST by its text: Algorithm 1 as printed, equation 1 for both players",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, Algorithm 1 and section 5")
public final class MnistPaperTextRecipe implements Recipe {
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
                  inputKeep: 0.8
                  hiddenKeep: 0.5
                  weights: {name: uniform, range: 0.005}
                loss: minimax
                schedule: {name: algorithm-1, k: 1}
                optimizer:
                  name: momentum
                  rate: 0.1
                  decay: 1.000004
                  momentum: 0.5
                  finalMomentum: 0.7
                  saturate: 125000
                batch: 100
                epochs: 250
                metrics: [parzen]
                eval.every: 2500
                costly.every: 5000
                """;
    }
}
