package org.gan4j.experiments.library.recipe;

import org.gan4j.api.part.About;
import org.gan4j.api.run.Recipe;

/** The paper's pair on a thousand pictures of clothes that come with the program: needs no network. */
@About("a thousand pictures of clothes that come with the program: works offline")
public final class FashionMiniRecipe implements Recipe {
    @Override
    public String yaml() {
        return """
                dataset: fashion-mini
                prior: {name: uniform, size: 100}
                generator:
                  name: mlp
                  hidden: [400, 400]
                  output: sigmoid
                  weights: {name: uniform, range: 0.05}
                  bias: marginals
                discriminator:
                  name: maxout
                  hidden: [120, 120]
                  pieces: 5
                  weights: {name: uniform, range: 0.005}
                loss: non-saturating
                optimizer: {name: momentum, rate: 0.05}
                batch: 100
                steps: 3000
                metrics: [parzen]
                eval.every: 500
                report.every: 50
                """;
    }
}
