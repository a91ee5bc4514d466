/** What the paper's published code trains: MNIST, also as the text has it, CIFAR-10 twice, and faces in two stages. */
package org.gan4j.experiments.library.recipe.published;
