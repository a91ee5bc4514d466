package org.gan4j.examples;

import org.gan4j.Gan4j;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.ExperimentRunner;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.run.Run;
import org.gan4j.standard.net.MlpGenerator;

public final class OwnLoss {
    /** Each player pays the squared distance of its logits from what it wants them to be. */
    public record Squares(double target) implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            Expr<T> real = d.real().minus(target).square().mean();
            return real.plus(d.fake().square().mean()).times(0.5);
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().minus(target).square().mean().times(0.5);
        }

        @Override
        public LogitMeaning logits() {
            return LogitMeaning.boundaryAt(target / 2);
        }
    }

    public static void main(String... args) {
        ExperimentRunner runner = Gan4j.runner();
        Experiment experiment = runner.recipe(args[0])
                .with(new Squares(0.9))
                .generator(MlpGenerator.of(256, 256))
                .steps(200)
                .build();
        Outcome outcome = runner.run(experiment);
        try (Run trained = runner.open(outcome)) {
            FloatTensor samples = trained.generate(trained.latent(16, "samples"));
            System.out.println(outcome.status() + ", samples " + samples.shape());
        }
    }
}
