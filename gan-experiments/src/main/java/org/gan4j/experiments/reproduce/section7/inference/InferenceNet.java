package org.gan4j.experiments.reproduce.section7.inference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.CheckpointImport;
import org.gan4j.api.run.Run;
import org.gan4j.api.train.Player;
import org.gan4j.experiments.reproduce.SoloTraining;
import org.gan4j.experiments.run.ReopenedRun;
import org.gan4j.standard.optimizer.Adam;

/**
 * An inference net E that was trained to find z from G(z) for one trained G, on fresh draws of z at each step. Used by one thread.
 *
 * <p>A backend trains two players, and the one that looks at examples is called the discriminator. So that E needs no trainer of its
 * own, it is made the discriminator of another experiment on the same backend: {@link Encoder} is its net, {@link SoloTraining} gives it
 * every turn, and {@link RecoveryLoss} is all that it minimises. The generator comes from the trained run, through a temporary
 * checkpoint, and is never updated. Nothing in this experiment is adversarial.
 */
final class InferenceNet implements AutoCloseable {
    private static final int BATCH = 256;
    private static final double RATE = 0.001;
    /** The rate at the end, as a share of the first: E has come to rest. */
    private static final double REST = 0.01;

    private final Run run;

    private InferenceNet(Run run) {
        this.run = run;
    }

    /**
     * Trains one. The same arguments give the same net.
     *
     * @param hidden widths of its hidden layers
     * @param steps  updates
     * @param progress takes the step after each tenth of them
     * @throws InvalidInput if a latent draw of the run is not a vector
     */
    static InferenceNet of(ReopenedRun trained, List<Integer> hidden, long steps, LongConsumer progress) {
        Experiment game = game(trained.experiment(), hidden, steps);
        Run run = game.parts().backend().value().open(game);
        try {
            copyGenerator(trained.run(), run);
            for (long tenth = 1; tenth <= 10; tenth++) {
                run.advance(steps * tenth / 10 - run.step());
                progress.accept(run.step());
            }
            return new InferenceNet(run);
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
    }

    private static Experiment game(Experiment of, List<Integer> hidden, long steps) {
        Shape latent = of.parts().prior().value().shape();
        if (latent.rank() != 1) {
            throw new InvalidInput("prior", "an inference net finds vectors; latent draws of this run are " + latent);
        }
        return of.toBuilder()
                .loss(new RecoveryLoss())
                .discriminator(new Encoder(hidden, latent.size()))
                .schedule(new SoloTraining(Player.DISCRIMINATOR))
                .optimizer(Adam.rate(RATE)
                        .withDecay(Math.pow(REST, -1.0 / steps), 0)
                        .withBetas(0.9, 0.999))
                .metrics()
                .terms(new RecoveryLoss())
                .probes()
                .batch(BATCH)
                .build();
    }

    /** Copies the generator of one run into another. */
    private static void copyGenerator(Run from, Run to) {
        Path folder = temporary();
        try {
            Path checkpoint = folder.resolve("generator");
            from.save(checkpoint);
            String all = Player.GENERATOR.scope() + ".";
            to.require(CheckpointImport.class).importWeights(checkpoint, all, all);
        } finally {
            delete(folder);
        }
    }

    /** E(x) for examples x, [n × latent]. */
    FloatTensor infer(FloatTensor examples) {
        return run.head(examples, Encoder.LATENT);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("gan-inference");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for checkpoints could be made", e);
        }
    }

    private static void delete(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(tree + " could not be removed", e);
        }
    }

    @Override
    public void close() {
        run.close();
    }
}
