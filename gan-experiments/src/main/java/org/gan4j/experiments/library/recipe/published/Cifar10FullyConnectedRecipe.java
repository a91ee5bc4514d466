package org.gan4j.experiments.library.recipe.published;

import org.gan4j.api.part.About;
import org.gan4j.api.run.Recipe;

/**
 * CIFAR-10 with fully connected nets as the paper's published code trains it: images normalised to a length of 55, a linear
 * output, both players at once from one minibatch, the discriminator's loss halved. The published code never stops; this stops
 * where its momentum has risen, after 250 epochs of 400 updates.
 */
@About(
        value = "the paper's CIFAR-10 with fully connected nets, by its published code",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, figure 2 c; published code, cifar10_fully_connected.yaml")
public final class Cifar10FullyConnectedRecipe implements Recipe {
    @Override
    public String yaml() {
        return """
            dataset: {name: cifar-10, contrast: 55}
            prior: {name: gaussian, size: 100}
            generator:
              name: layers
              layers:
                - {name: dense, units: 8000, weights: {name: uniform, range: 0.05}}
                - relu
                - {name: dense, units: 8000, weights: {name: uniform, range: 0.05}}
                - sigmoid
                - {name: dense, units: 3072, weights: {name: uniform, range: 0.5}}
            discriminator:
              name: maxout
              hidden: [1600, 1600]
              pieces: 5
              inputKeep: 0.8
              hiddenKeep: 0.5
              weights: {name: uniform, range: 0.005}
            loss: {name: non-saturating, discriminatorScale: 0.5}
            schedule: simultaneous
            optimizer:
              name: momentum
              rate: 0.025
              decay: 1.000004
              momentum: 0.5
              finalMomentum: 0.7
              saturate: 100000
            batch: 100
            epochs: 250
            eval.every: 2000
            """;
    }
}
