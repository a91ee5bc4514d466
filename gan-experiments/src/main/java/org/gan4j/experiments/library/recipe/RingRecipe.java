package org.gan4j.experiments.library.recipe;

import org.gan4j.api.part.About;
import org.gan4j.api.run.Recipe;

/** Eight narrow modes on a circle: the smallest problem on which generators drop modes. */
@About("eight modes on a circle: which loss covers them?")
public final class RingRecipe implements Recipe {
    @Override
    public String yaml() {
        return """
                dataset: ring
                prior: {name: gaussian, size: 16}
                generator: {name: mlp, hidden: [128, 128]}
                discriminator: {name: mlp, hidden: [128, 128]}
                loss: non-saturating
                optimizer: {name: adam, rate: 0.0005}
                batch: 256
                steps: 8000
                metrics: [jsd, modes]
                eval.every: 1000
                report.every: 100
                """;
    }
}
