package org.gan4j.experiments.reproduce.theory.response;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.run.CheckpointImport;
import org.gan4j.api.run.Nets;
import org.gan4j.api.run.Run;
import org.gan4j.api.train.Player;
import org.gan4j.experiments.compare.statistics.Interval;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.reproduce.SoloTraining;
import org.gan4j.experiments.reproduce.theory.response.EquilibriumResult.EquilibriumRow;
import org.gan4j.experiments.reproduce.theory.setting.Game;
import org.gan4j.experiments.reproduce.theory.setting.TheoryParts;
import org.gan4j.experiments.run.ReopenedRun;
import org.gan4j.experiments.store.RunFolder;

/**
 * Measures how far trained players are from an equilibrium. There neither can gain in V(D, G) while the other stands still, and V itself says
 * nothing of that: a discriminator that has learned nothing has V = -log 4 too. So each learns alone for a while, and what V has then
 * changed by is a lower bound of what its best response would gain. D follows -V; G follows -log D, whose optimum against a D
 * that stands still is that of V and which does not saturate. The optimizer is the run's, begun anew. Each repetition has a seed
 * of its own: other batches, another fresh discriminator, and other draws, on which V is measured before and after.
 */
@About(
        value = "what each player could still gain in V while the other is fixed; about 0 at an equilibrium",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 4; Grnarova et al. 2019, arXiv:1811.05512, the"
                + " duality gap")
public record Equilibrium(
        @Param(
                value = "gaussian-1d",
                doc = "recipe or YAML file to train where no run is named; other keys are its settings")
        String recipe,

        @Param(value = "500", min = 1, doc = "updates that each player learns alone")
        long updates,

        @Param(value = "3", min = 1, doc = "repetitions, each with its own seed; three or more give an interval")
        int repeats,

        @Param(value = "10000", min = 2, doc = "examples of each side that V is measured on")
        int examples,

        @Param(value = "0.05", min = 0, doc = "largest gain of a player, in nats, that still counts as an equilibrium")
        double within)
        implements RunReproduction {
    private static final String STREAM = "equilibrium";

    @Override
    public List<String> plan(ReproductionRequest request) {
        return request.experimentsWithoutRuns(recipe).stream()
                .map(Experiment::toString)
                .toList();
    }

    @Override
    public EquilibriumResult run(ReproductionRequest request) {
        List<Experiment> experiments = request.experimentsWithoutRuns(recipe);
        TheoryParts parts = TheoryParts.of(request.extensions());
        return new EquilibriumResult(
                request.finished(experiments).stream()
                        .map(folder -> measure(request, parts, folder))
                        .toList(),
                within);
    }

    private EquilibriumRow measure(ReproductionRequest request, TheoryParts parts, RunFolder folder) {
        Experiment experiment;
        try (ReopenedRun opened = request.runner().open(folder)) {
            experiment = opened.experiment();
        }
        Path checkpoint = folder.checkpoint(folder.latestCheckpoint().orElseThrow());
        double[] before = new double[repeats];
        double[] raised = new double[repeats];
        double[] anew = new double[repeats];
        double[] lowered = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            long seed = experiment.seed() + 1_000L * (i + 1);
            double[] standing = values(experiment, parts, checkpoint, Player.DISCRIMINATOR, true, seed);
            before[i] = standing[0];
            raised[i] = standing[1] - before[i];
            anew[i] = values(experiment, parts, checkpoint, Player.DISCRIMINATOR, false, seed)[1] - before[i];
            lowered[i] = before[i] - values(experiment, parts, checkpoint, Player.GENERATOR, true, seed)[1];
        }
        List<GainRow> gains = List.of(
                GainRow.of(Player.DISCRIMINATOR, "where it stands", raised),
                GainRow.of(Player.DISCRIMINATOR, "scratch", anew),
                GainRow.of(Player.GENERATOR, "where it stands", lowered));
        boolean settled = gains.stream().allMatch(gain -> gain.gain() <= within);
        return new EquilibriumRow(folder.path(), settled, Interval.of(before).mean(), updates, gains);
    }

    /** V before and after a player has learned alone, on the same draws. */
    private double[] values(
            Experiment experiment, TheoryParts parts, Path checkpoint, Player learner, boolean standing, long seed) {
        Experiment alone = experiment.toBuilder()
                .loss(parts.nonSaturating())
                .schedule(new SoloTraining(learner))
                .seed(seed)
                .build();
        try (Run run = alone.parts().backend().value().open(alone)) {
            run.require(CheckpointImport.class).importWeights(checkpoint, "generator.", "generator.");
            if (standing) {
                run.require(CheckpointImport.class).importWeights(checkpoint, "discriminator.", "discriminator.");
            }
            double before = value(parts, run);
            run.advance(updates);
            return new double[] {before, value(parts, run)};
        }
    }

    private double value(TheoryParts parts, Nets run) {
        float[] real = run.score(run.real(examples, STREAM));
        float[] fake = run.score(run.generate(run.latent(examples, STREAM)));
        return Game.of(parts.minimax()).value(doubles(real), doubles(fake));
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
