package org.gan4j.experiments.reproduce.theory.response;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.command.Context;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.run.CheckpointImport;
import org.gan4j.api.run.Experiment;
import org.gan4j.api.run.Nets;
import org.gan4j.api.run.Run;
import org.gan4j.api.train.Player;
import org.gan4j.experiments.compare.statistics.Interval;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.reproduce.theory.setting.Game;
import org.gan4j.experiments.reproduce.theory.setting.TheoryParts;
import org.gan4j.experiments.run.ReopenedRun;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.registry.Extensions;

/**
 * How far trained players are from an equilibrium. There neither can gain in V(D, G) while the other stands still, and V itself says
 * nothing of that: a discriminator that has learned nothing has V = -log 4 too. So each learns alone for a while, and what V has then
 * changed by is a lower bound of what its best response would gain. D follows -V; G follows -log D, whose optimum against a D
 * that stands still is that of V and which does not saturate. The optimizer is the run's, begun anew. Each repetition has a seed
 * of its own: other batches, another fresh discriminator, and other draws, on which V is measured before and after.
 */
@About(
        value = "what each player could still gain in V while the other stands still; about 0 at an equilibrium",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, section 4; Grnarova et al. 2019, arXiv:1811.05512, the"
                + " duality gap")
public record Equilibrium(
        @Param(
                value = "gaussian-1d",
                doc = "recipe or YAML file to train where no run is named; other keys are its settings")
        String recipe,

        @Param(value = "500", min = 1, doc = "updates that each player learns alone")
        long updates,

        @Param(
                value = "3",
                min = 1,
                doc = "repetitions, each with a seed of its own; from three on they give an interval")
        int repeats,

        @Param(value = "10000", min = 2, doc = "examples of each side that V is measured on")
        int examples,

        @Param(value = "0.05", min = 0, doc = "nats that a player may gain at what is called an equilibrium")
        double within)
        implements RunReproduction {
    private static final String STREAM = "equilibrium";
    private static final String STANDING = "where it stands";
    private static final String SCRATCH = "scratch";

    @Override
    public int run(Context context, ReproductionRequest request) {
        request.requireRunsAlone();
        List<Experiment> experiments = request.runs().isEmpty() ? request.experiments(recipe) : List.of();
        if (context.dryRun()) {
            experiments.forEach(experiment -> context.print(experiment.toString()));
            return 0;
        }
        TheoryParts parts = TheoryParts.of(Extensions.of(context));
        List<Map<String, Object>> rows = new ArrayList<>();
        boolean settled = true;
        for (RunFolder folder : request.finished(experiments)) {
            Map<String, Object> row = report(context, request, parts, folder);
            settled &= (boolean) row.get("passed");
            rows.add(row);
        }
        context.result(Map.of("rows", rows));
        return settled ? 0 : 1;
    }

    private Map<String, Object> report(
            Context context, ReproductionRequest request, TheoryParts parts, RunFolder folder) {
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
            double[] standing =
                    values(experiment, parts, checkpoint, new SoloTraining(Player.DISCRIMINATOR), true, seed);
            before[i] = standing[0];
            raised[i] = standing[1] - before[i];
            anew[i] = values(experiment, parts, checkpoint, new SoloTraining(Player.DISCRIMINATOR), false, seed)[1]
                    - before[i];
            lowered[i] = before[i]
                    - values(experiment, parts, checkpoint, new SoloTraining(Player.GENERATOR), true, seed)[1];
        }
        List<Gain> gains = List.of(
                new Gain(Player.DISCRIMINATOR, STANDING, raised),
                new Gain(Player.DISCRIMINATOR, SCRATCH, anew),
                new Gain(Player.GENERATOR, STANDING, lowered));
        return told(context, folder, Interval.of(before).mean(), gains);
    }

    /** V before and after a player has learned alone, on the same draws. */
    private double[] values(
            Experiment experiment,
            TheoryParts parts,
            Path checkpoint,
            SoloTraining schedule,
            boolean standing,
            long seed) {
        Experiment alone = experiment.toBuilder()
                .loss(parts.nonSaturating())
                .schedule(schedule)
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

    private Map<String, Object> told(Context context, RunFolder folder, double value, List<Gain> gains) {
        double most =
                gains.stream().mapToDouble(gain -> gain.interval().mean()).max().orElseThrow();
        context.print(String.format(
                Locale.ROOT,
                "%s: V = %.4f (-log 4 = %.4f); gain in V after %d updates, mean and 95 %% interval over %d repetitions",
                folder.path(),
                value,
                -Math.log(4),
                updates,
                repeats));
        gains.forEach(gain -> context.print(gain.line()));
        context.print(
                most <= within
                        ? "  Neither gained more than " + within + " nats: as at an equilibrium."
                        : "  One gained more than " + within + " nats: no equilibrium.");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("run", folder.path().toString());
        row.put("passed", most <= within);
        row.put("value", value);
        row.put("updates", updates);
        row.put("gains", gains.stream().map(Gain::document).toList());
        return row;
    }
}
