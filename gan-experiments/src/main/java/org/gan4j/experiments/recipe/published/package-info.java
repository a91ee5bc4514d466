/** What the paper's published code trains besides MNIST: CIFAR-10 twice, and faces in two stages. */
package org.gan4j.experiments.recipe.published;
