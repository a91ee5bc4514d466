package org.gan4j.experiments.library.recipe;

import org.gan4j.api.part.About;
import org.gan4j.api.run.Recipe;

/** The ring with twenty updates of G for each of D: G gives up variety for what the present D likes most, and the collapse alarm says so. */
@About(
        value = "the Helvetica scenario: G trained far ahead of D collapses, and the alarm says so",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 6")
public final class HelveticaRecipe implements Recipe {
    @Override
    public String yaml() {
        return """
            recipe: ring
            schedule: {name: generator-ahead, g: 20}
            steps: 2000
            eval.every: 200
            """;
    }
}
