package org.gan4j.experiments.library.recipe.published;

import org.gan4j.api.part.About;
import org.gan4j.api.run.Recipe;

/**
 * CIFAR-10 with a convolutional discriminator and a "deconvolutional" generator as the paper's published code trains it; data,
 * players' turns and loss as in {@link Cifar10FullyConnectedRecipe}. Stops where its momentum has risen, after 250 epochs of 312
 * updates.
 */
@About(
        value = "the paper's CIFAR-10 with convolutional nets, by its published code",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, figure 2 d; published code, cifar10_convolutional.yaml")
public final class Cifar10ConvolutionalRecipe implements Recipe {
    @Override
    public String yaml() {
        return """
            recipe: cifar-10-fully-connected
            generator:
              name: layers
              layers:
                - {name: dense, units: 8000, weights: {name: uniform, range: 0.05}}
                - relu
                - {name: dense, units: 8000, weights: {name: uniform, range: 0.05}}
                - sigmoid
                - {name: reshape, shape: [10, 10, 80]}
                - {name: deconv, channels: 3, kernel: 5, stride: 3, weights: {name: uniform, range: 0.05}}
            discriminator:
              name: layers
              layers:
                - {name: dropout, keep: 0.8}
                - {name: maxout-conv, channels: 32, pieces: 2, kernel: 8, pad: 4, pool: 4, poolStride: 2, weights: {name: uniform, range: 0.005}}
                - {name: dropout, keep: 0.5}
                - {name: maxout-conv, channels: 32, pieces: 2, kernel: 8, pad: 3, pool: 4, poolStride: 2, weights: {name: uniform, range: 0.005}}
                - {name: dropout, keep: 0.5}
                - {name: maxout-conv, channels: 192, pieces: 2, kernel: 5, pad: 3, pool: 2, poolStride: 2, weights: {name: uniform, range: 0.005}}
                - {name: reshape, shape: [4800]}
                - {name: dropout, keep: 0.5}
                - {name: maxout, units: 500, pieces: 5, weights: {name: uniform, range: 0.005}}
                - {name: dropout, keep: 0.5}
                - {name: dense, units: 1, weights: {name: uniform, range: 0.005}}
            optimizer:
              rate: 0.004
              saturate: 78000
            batch: 128
            """;
    }
}
