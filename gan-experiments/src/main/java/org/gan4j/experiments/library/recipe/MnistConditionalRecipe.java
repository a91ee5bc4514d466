package org.gan4j.experiments.library.recipe;

import org.gan4j.api.part.About;
import org.gan4j.api.run.Recipe;

/**
 * The recipe mnist with the label as part of picture and latent draw, so that both nets are conditional on it: with a smaller z and
 * without dropout on D's input, beside which the label is heard, for longer, and with the mean of G's last 3,000 weights.
 */
@About(
        value = "handwritten digits on demand: the class is part of the latent draw and of the picture",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 7; Mirza and Osindero 2014, arXiv:1411.1784")
public final class MnistConditionalRecipe implements Recipe {
    @Override
    public String yaml() {
        return """
                dataset: {name: captioned, of: mnist}
                prior: {name: captioned, of: {name: uniform, size: 20}}
                generator:
                  name: captioned
                  of:
                    name: mlp
                    hidden: [400, 400]
                    output: sigmoid
                    weights: {name: uniform, range: 0.05}
                    bias: {name: constant, value: -2}
                discriminator:
                  name: maxout
                  hidden: [120, 120]
                  pieces: 5
                  inputKeep: 1
                  weights: {name: uniform, range: 0.005}
                loss: non-saturating
                optimizer:
                  name: polyak-averaging
                  start: 12000
                  rule: {name: momentum, rate: 0.1}
                batch: 100
                epochs: 30
                eval.every: 1000
                report.every: 50
                """;
    }
}
