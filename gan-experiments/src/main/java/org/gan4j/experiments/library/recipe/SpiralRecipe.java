package org.gan4j.experiments.library.recipe;

import org.gan4j.api.part.About;
import org.gan4j.api.run.Recipe;

/** One long curve, which a generator must bend its noise along: no modes to count, but parts to miss. */
@About("noise about a spiral: one long curve to follow")
public final class SpiralRecipe implements Recipe {
    @Override
    public String yaml() {
        return """
                dataset: spiral
                prior: {name: gaussian, size: 4}
                generator: {name: mlp, hidden: [128, 128]}
                discriminator: {name: mlp, hidden: [128, 128]}
                loss: non-saturating
                optimizer: {name: adam, rate: 0.001, decay: 1.0003}
                batch: 256
                steps: 8000
                metrics: [jsd]
                eval.every: 1000
                report.every: 100
                """;
    }
}
