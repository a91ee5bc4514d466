package org.gan4j.experiments.library.recipe;

import org.gan4j.api.part.About;
import org.gan4j.api.run.Recipe;

/** Twenty-five narrow modes on a square: harder than the ring. */
@About("twenty-five modes on a square: which loss covers them?")
public final class GridRecipe implements Recipe {
    @Override
    public String yaml() {
        return """
                dataset: grid
                prior: {name: gaussian, size: 2}
                generator: {name: mlp, hidden: [128, 128]}
                discriminator: {name: mlp, hidden: [128, 128]}
                loss: non-saturating
                optimizer: {name: adam, rate: 0.003, decay: 1.0003}
                batch: 256
                steps: 8000
                metrics: [jsd, modes]
                eval.every: 1000
                report.every: 100
                """;
    }
}
