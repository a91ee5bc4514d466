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
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.CheckpointImport;
import org.gan4j.api.run.Experiment;
import org.gan4j.api.run.Run;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Turn;
import org.gan4j.experiments.run.ReopenedRun;
import org.gan4j.standard.optimizer.Adam;

/**
 * An inference net E that was trained to find z from G(z) for one trained G, on fresh draws of z at each step. A game of the run's own
 * backend trains it, in which E has the discriminator's place and the only turn. Used by one thread.
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
     * @param told   is told each tenth of them
     * @throws InvalidInput if a latent draw of the run is no vector
     */
    static InferenceNet of(ReopenedRun trained, List<Integer> hidden, long steps, LongConsumer told) {
        Experiment game = game(trained.experiment(), hidden, steps);
        Run run = game.parts().backend().value().open(game);
        try {
            hand(trained.run(), run);
            for (long tenth = 1; tenth <= 10; tenth++) {
                run.advance(steps * tenth / 10 - run.step());
                told.accept(run.step());
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
                .schedule(InferenceNet::turns)
                .optimizer(Adam.rate(RATE)
                        .withDecay(Math.pow(REST, -1.0 / steps), 0)
                        .withBetas(0.9, 0.999))
                .metrics()
                .terms(new RecoveryLoss())
                .probes()
                .batch(BATCH)
                .build();
    }

    private static List<Turn> turns() {
        return List.of(new Turn(List.of(Player.DISCRIMINATOR), 1, Turn.Batch.FRESH));
    }

    /** Gives the generator of one run to another. */
    private static void hand(Run from, Run to) {
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
