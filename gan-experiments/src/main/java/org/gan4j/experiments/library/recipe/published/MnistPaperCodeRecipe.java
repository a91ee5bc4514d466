package org.gan4j.experiments.library.recipe.published;

import org.gan4j.api.part.About;
import org.gan4j.api.run.Recipe;

/**
 * MNIST as the paper's published code trains it, which is not Algorithm 1: both players move at once, from one minibatch and the
 * same dropout masks; the discriminator's loss is halved; the generator has the non-saturating loss.
 *
 * <p>The published momentum rises once an epoch, this one at each update, to the same value after 250 epochs.
 */
@About(
        value = "the paper's MNIST by its published code: both players at once, halved loss of D, non-saturating",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, published code, mnist.yaml")
public final class MnistPaperCodeRecipe implements Recipe {
    @Override
    public String yaml() {
        return """
                recipe: mnist-paper-text
                loss: {name: non-saturating, discriminatorScale: 0.5}
                schedule: simultaneous
                """;
    }
}
