package org.gan4j.experiments.library.recipe.published;

import org.gan4j.api.part.About;
import org.gan4j.api.run.Recipe;

/**
 * The second of two stages on the Toronto Face Database as the paper's published code has them: two new layers learn what the
 * pretrained generator of {@link TfdPretrainRecipe} is fed with, all layers are trained, against a new discriminator. The run of
 * the first stage is named by {@code generator.pretrained}; its seed should be another, or both stages draw alike.
 */
@About(
        value = "the paper's faces, second stage: new layers in front of the generator of tfd-pretrain",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 5; published code, tfd_pretrain/train.yaml")
public final class TfdRecipe implements Recipe {
    @Override
    public String yaml() {
        return """
            recipe: tfd-pretrain
            generator:
              name: stacked
              layers:
                - {name: dense, units: 8000, weights: {name: uniform, range: 0.05}}
                - relu
                - {name: dense, units: 100, weights: {name: uniform, range: 0.05}, bias: {name: constant, value: -2}}
                - sigmoid
              onto:
                name: layers
                layers:
                  - {name: dense, units: 8000, weights: {name: uniform, range: 0.05}}
                  - relu
                  - {name: dense, units: 8000, weights: {name: uniform, range: 0.05}, bias: {name: constant, value: -2}}
                  - sigmoid
                  - {name: dense, units: 2304, weights: {name: sparse, nonZero: 100}, bias: marginals}
                  - sigmoid
              pretrained: runs/tfd-pretrain
            epochs: 22
            """;
    }
}
