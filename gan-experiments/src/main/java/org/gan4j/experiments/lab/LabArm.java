package org.gan4j.experiments.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.Law;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.metric.TrainingSignals;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Continuation;
import org.gan4j.api.run.LoneUpdates;
import org.gan4j.api.run.Run;
import org.gan4j.api.train.Player;
import org.gan4j.experiments.lab.Scene.Kind;
import org.gan4j.experiments.library.metric.KnownDivergence;
import org.gan4j.experiments.run.alarm.CollapseAlarm;
import org.gan4j.experiments.run.alarm.EvaluationBatch;
import org.gan4j.experiments.run.checkpoint.PretrainedWeights;
import org.gan4j.experiments.settings.record.ExperimentYaml;

/** One arm: a run that trains when it is asked to. Looking at it changes nothing in its training. Used by one thread at a time. */
final class LabArm implements AutoCloseable {
    private final Experiment experiment;
    private final Run run;
    private final CollapseAlarm alarm = CollapseAlarm.of(Map.of(), 0, 0);
    private SortedMap<String, Double> signals = new TreeMap<>();
    private String warning = "";
    /** Whether all signals and the whole state were finite after the last step. */
    private boolean finite;

    private final Optional<DivergenceWatch> divergence;
    private Optional<LatentGrid> grid = Optional.empty();
    private List<ByHand> byHand = List.of();

    private LabArm(Experiment experiment, Run run, Optional<KnownDivergence> known) {
        this.experiment = experiment;
        this.run = run;
        divergence = known.map(DivergenceWatch::new);
    }

    /**
     * Opens an arm at step 0.
     *
     * @param known the divergence from the density of the data, where it is known
     */
    static LabArm open(Experiment experiment, Optional<KnownDivergence> known) {
        Run run = experiment.parts().backend().value().open(experiment);
        LabArm arm = new LabArm(experiment, run, known);
        try {
            PretrainedWeights.bring(experiment, run, sentence -> {});
            arm.finite = run.isFinite();
            arm.grid = LatentGrid.of(experiment.parts().prior().value(), run);
        } catch (RuntimeException e) {
            arm.close();
            throw e;
        }
        return arm;
    }

    /**
     * Returns an arm that goes on where this one is, with another experiment. This one stays open.
     *
     * @throws InvalidInput if the nets have other weights
     */
    LabArm changed(Experiment other, Optional<KnownDivergence> known) {
        Run next = other.parts().backend().value().open(other);
        LabArm arm = new LabArm(other, next, known);
        try {
            List<String> anew = next.require(Continuation.class).goOnFrom(run);
            arm.finite = next.isFinite();
            arm.grid = LatentGrid.of(other.parts().prior().value(), next);
            arm.warning = warning;
            arm.byHand = Stream.concat(
                            byHand.stream(), Stream.of(HandChange.between(run.step(), experiment, other, anew)))
                    .toList();
            return arm;
        } catch (RuntimeException e) {
            arm.close();
            throw e;
        }
    }

    /** Returns the signals that have a meaning under the arm's loss, in the order in which they are charted. */
    List<String> charted() {
        return Stream.of(
                        TrainingSignals.ofLogits(
                                experiment.parts().loss().value().logits()),
                        List.of(
                                TrainingSignals.LOSS_D,
                                TrainingSignals.LOSS_G,
                                TrainingSignals.GRADIENT_D,
                                TrainingSignals.GRADIENT_G))
                .flatMap(List::stream)
                .toList();
    }

    String opinion() {
        return Scene.opinion(experiment.parts().loss().value().logits());
    }

    /** Returns what each player minimises, as formulas. */
    List<String> objectives() {
        return Stream.of(Player.values()).map(this::objective).toList();
    }

    private String objective(Player player) {
        String loss = new Objective(experiment.parts().loss().value(), player).formula();
        return experiment.parts().terms().stream()
                .filter(term -> term.value().players().contains(player))
                .map(term -> " + " + Law.text(term.value().weight()) + "·" + term.name())
                .collect(Collectors.joining("", "L_" + player.letter() + " = " + loss, ""));
    }

    Scene scene() {
        return Scene.of(experiment, run);
    }

    long step() {
        return run.step();
    }

    SortedMap<String, FloatTensor> weights() {
        return run.weights();
    }

    /** Returns whether one player can be updated alone. */
    boolean hasLoneUpdates() {
        return run.capability(LoneUpdates.class).isPresent();
    }

    /** Trains for some steps. An arm with a value that is not finite stays where it is. */
    void advance(int steps) {
        long end = run.step() + steps;
        while (run.step() < end && finite) {
            long before = run.step();
            // Whoever joins the game changes which signals there are.
            long stretch =
                    Math.min(end - before, experiment.parts().schedule().value().stepsUntilChange(before));
            take(run.advance(stretch));
            watch(before);
        }
    }

    /** Updates one player alone, once. An arm with a value that is not finite stays where it is. */
    void update(Player player) {
        if (finite) {
            take(run.require(LoneUpdates.class).updateAlone(player));
            byHand = HandMade.with(byHand, run.step(), player);
            divergence.ifPresent(DivergenceWatch::forget);
        }
    }

    private void take(Map<String, Double> means) {
        signals = new TreeMap<>(means);
        signals.keySet().retainAll(charted());
        finite = signals.values().stream().allMatch(Double::isFinite) && run.isFinite();
    }

    /** Gives the alarm the first step after each evaluation of the experiment is due. */
    private void watch(long before) {
        long every = experiment.cadence().eval();
        if (every > 0 && before / every != run.step() / every && finite) {
            warning = alarm.check(EvaluationBatch.of(run), run.step(), share(), new TreeMap<>())
                    .orElse(warning);
        }
    }

    private double share() {
        Experiment.Budget budget = experiment.budget();
        double steps = budget.steps() > 0 ? run.step() / (double) budget.steps() : 0;
        return Math.max(steps, budget.epochs() > 0 ? run.epoch() / budget.epochs() : 0);
    }

    ArmFrame frame(Scene scene) {
        List<String> changes = byHand.stream().map(ByHand::toString).toList();
        ArmView view = finite ? new ArmEye(experiment, run, grid).view(scene) : ArmView.NOTHING;
        return new ArmFrame(
                charted(signals, scene, view), finite, warning, WhoWins.of(signals, warning), changes, view);
    }

    /** Returns the signals with those that the lab makes of them or measures itself. */
    private SortedMap<String, Double> charted(SortedMap<String, Double> trained, Scene scene, ArmView view) {
        SortedMap<String, Double> all = new TreeMap<>(trained);
        if (divergence.isEmpty() && scene.kind() == Kind.PLANE && finite) {
            all.put(LabCharts.DISTANCE, PointDistance.between(scene.real(), view.generated()));
        }
        if (finite && divergence.isPresent()) {
            divergence.get().look(run).ifPresent(twice -> all.put(LabCharts.DIVERGENCE, twice));
            Optional.ofNullable(trained.get(TrainingSignals.VALUE))
                    .ifPresent(value -> all.put(LabCharts.ESTIMATE, value - TrainingSignals.VALUE_OF_GUESSING));
        }
        return all;
    }

    /**
     * Returns the experiment as a file with which {@code gan train} comes to the present weights. Where something was changed by
     * hand, it does not, and the file says so.
     */
    String recipe() {
        long steps = Math.max(1, run.step());
        return reservation()
                + ExperimentYaml.of(
                        experiment.toBuilder().steps(steps).epochs(0).minutes(0).build());
    }

    private String reservation() {
        return byHand.isEmpty()
                ? ""
                : byHand.stream()
                        .map(change -> "#   " + change + "\n")
                        .collect(Collectors.joining(
                                "",
                                "# From step 0 this file comes to other weights than the lab did. In the lab this was done by hand:\n",
                                ""));
    }

    @Override
    public void close() {
        run.close();
    }
}
