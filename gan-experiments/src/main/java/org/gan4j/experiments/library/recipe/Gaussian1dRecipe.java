package org.gan4j.experiments.library.recipe;

import org.gan4j.api.part.About;
import org.gan4j.api.run.Recipe;

/** The paper's figure 1 setting: one normal distribution on a line, small nets, rates that fall so that the game settles. */
@About("one normal distribution on a line: both players can be compared with what theory says")
public final class Gaussian1dRecipe implements Recipe {
    @Override
    public String yaml() {
        return """
                dataset: gaussian-1d
                prior: {name: gaussian, size: 4}
                generator: {name: mlp, hidden: [64, 64], activation: leaky-relu}
                discriminator: {name: mlp, hidden: [64, 64]}
                loss: non-saturating
                optimizer: {name: adam, rate: 0.002, decay: 1.0005}
                batch: 256
                steps: 8000
                metrics: [jsd, wasserstein]
                eval.every: 1000
                report.every: 100
                """;
    }
}
