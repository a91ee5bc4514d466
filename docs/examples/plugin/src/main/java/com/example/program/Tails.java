package com.example.program;

import org.gan4j.api.experiment.Recipe;
import org.gan4j.api.part.About;

/** The examples of this package put together. */
@About("do generators reach the tails of a density?")
public final class Tails implements Recipe {
    @Override
    public String yaml() {
        return """
                dataset: {name: laplace, scale: 2}
                prior: {name: triangular, size: 8}
                generator: {name: my-residual, width: 32}
                discriminator: quadratic
                loss: squares
                optimizer: {name: lion, rate: 0.001}
                schedule: {name: patient, times: 2}
                metrics: [spread]
                batch: 64
                steps: 500
                """;
    }
}
