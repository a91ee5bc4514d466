package org.gan4j.tensorflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Generator;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.experiment.Arithmetic;
import org.gan4j.api.experiment.Backend;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.experiment.ExperimentRules;
import org.gan4j.api.experiment.Numbers;
import org.gan4j.api.experiment.OnNan;
import org.gan4j.api.experiment.Precision;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Schedule;
import org.gan4j.binding.PartWriter;
import org.gan4j.losses.NonSaturating;
import org.gan4j.standard.net.MlpDiscriminator;
import org.gan4j.standard.net.MlpGenerator;
import org.gan4j.standard.optimizer.Adam;
import org.gan4j.standard.prior.GaussianPrior;
import org.gan4j.standard.schedule.Algorithm1;

/** The base of the small experiments of tests: a ring, narrow nets, Adam and Algorithm 1 with k = 1. */
final class Experiments {
    static final Adam ADAM = Adam.rate(0.001).withDecay(1, 0);

    private static final ExperimentRules RULES = new ExperimentRules() {
        @Override
        public PartWriter writer() {
            return new PartWriter((contract, type) -> Optional.of(name(type)));
        }

        @Override
        public void check(Experiment experiment, Problems problems) {}
    };

    private Experiments() {}

    /** {@code non-saturating} for NonSaturating. */
    private static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    static ExperimentBuilder ring() {
        PartWriter writer = RULES.writer();
        Experiment.Parts parts = new Experiment.Parts(
                writer.part(Loss.class, "loss", new NonSaturating(1)),
                writer.part(Generator.class, "generator", MlpGenerator.of(16)),
                writer.part(Discriminator.class, "discriminator", MlpDiscriminator.of(16)),
                writer.part(Prior.class, "prior", new GaussianPrior(4, 1)),
                writer.part(Schedule.class, "schedule", new Algorithm1(1)),
                writer.part(Optimizer.class, "optimizer", ADAM),
                writer.part(Dataset.class, "dataset", new Ring()),
                writer.part(Backend.class, "backend", new TensorFlowBackend()),
                List.of(),
                List.of(),
                List.of());
        return Experiment.of(
                "test",
                parts,
                new Numbers(
                        1,
                        32,
                        new Experiment.Budget(1, 0, 0),
                        new Experiment.Cadence(0, 0, 0, 0, new Experiment.Keeping(1, 0, Experiment.Keeping.NO_METRIC)),
                        OnNan.STOP,
                        new Arithmetic(Precision.FLOAT32, true),
                        "cpu",
                        Path.of("runs")),
                RULES)
                .toBuilder();
    }

    static TensorFlowRun open(ExperimentBuilder experiment) {
        return (TensorFlowRun) new TensorFlowBackend().open(experiment.build());
    }
}
