package org.gan4j.experiments.library.recipe.published;

import org.gan4j.api.part.About;
import org.gan4j.api.run.Recipe;

/**
 * The first of two stages on the Toronto Face Database as the paper's published code has them: 50 epochs on the unlabelled images,
 * with a limit to the length of each unit's incoming weights. {@link TfdRecipe} goes on. The published momentum would rise for 250
 * epochs of 980 updates.
 */
@About(
        value = "the paper's faces, first stage: a generator to build on",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 5; published code, tfd_pretrain/pretrain.yaml")
public final class TfdPretrainRecipe implements Recipe {
    @Override
    public String yaml() {
        return """
                dataset: {name: tfd, fold: 0}
                prior: {name: gaussian, size: 100}
                generator:
                  name: layers
                  layers:
                    - {name: dense, units: 8000, weights: {name: uniform, range: 0.05}}
                    - relu
                    - {name: dense, units: 8000, weights: {name: uniform, range: 0.05}, bias: {name: constant, value: -2}}
                    - sigmoid
                    - {name: dense, units: 2304, weights: {name: sparse, nonZero: 100}, bias: marginals}
                    - sigmoid
                discriminator:
                  name: maxout
                  hidden: [1200, 1200]
                  pieces: 5
                  inputKeep: 0.8
                  hiddenKeep: 0.5
                  weights: {name: uniform, range: 0.005}
                loss: {name: non-saturating, discriminatorScale: 0.5}
                schedule: simultaneous
                optimizer:
                  name: max-norm
                  limit: 1.9365
                  rule:
                    name: momentum
                    rate: 0.05
                    decay: 1.000004
                    momentum: 0.5
                    finalMomentum: 0.7
                    saturate: 245000
                batch: 100
                epochs: 50
                metrics: [parzen]
                eval.every: 4900
                """;
    }
}
