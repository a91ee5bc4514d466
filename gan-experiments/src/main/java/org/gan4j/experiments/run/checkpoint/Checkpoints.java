package org.gan4j.experiments.run.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.OnNan;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Run;
import org.gan4j.disk.WholeFolder;
import org.gan4j.experiments.store.RunFolder;

/**
 * The checkpoints of a run: each is complete or absent, and carries checksums by which a damaged one is noticed.
 *
 * @param say where a person is told that an older checkpoint is used
 */
public record Checkpoints(RunFolder folder, Experiment experiment, Consumer<String> say) {
    /** The setting that runs have whose checkpoints all have a manifest. */
    private static final String SINCE_MANIFESTS = "checkpoint.keep";

    /**
     * Saves the run as it is, and then drops the checkpoints that need not be kept.
     *
     * @param means   what the next report has so far
     * @param notable steps whose checkpoints are kept
     * @throws org.gan4j.api.problem.WorkFailed if the disk does not take it
     */
    public void save(Run run, PendingMeans means, NotableSteps notable) {
        Path place = folder.checkpoint(run.step());
        WholeFolder.removeUnfinished(folder.checkpoints());
        if (Files.exists(place) && fault(run.step()).isPresent()) {
            WholeFolder.remove(place);
        }
        if (Files.notExists(place)) {
            WholeFolder.write(place, unfinished -> {
                run.save(unfinished);
                means.write(unfinished);
                CheckpointManifest.of(unfinished, run.step(), experiment.trainingHash())
                        .write(unfinished);
            });
        }
        dropped(notable, run.step()).forEach(step -> WholeFolder.remove(folder.checkpoint(step)));
    }

    /**
     * Returns the steps whose checkpoints are neither among the newest, nor permanent, nor notable.
     *
     * @param saved the step whose checkpoint is known to be sound, as it was written or looked at just now
     */
    private List<Long> dropped(NotableSteps notable, long saved) {
        Experiment.Keeping keeping = experiment.cadence().keeping();
        List<Long> steps = folder.checkpointSteps();
        Set<Long> kept = notable.kept(steps);
        if (experiment.onNan() == OnNan.ROLLBACK) {
            newestRegular(step -> step == saved || isSound(step)).ifPresent(kept::add);
        }
        return steps.stream()
                .skip(keeping.last())
                .filter(step -> keeping.permanent() == 0 || step % keeping.permanent() != 0)
                .filter(step -> !kept.contains(step))
                .toList();
    }

    /**
     * Restores the newest sound checkpoint, and says so if it is not the newest.
     *
     * @return whether there is one
     * @throws InvalidInput if there are checkpoints and none is sound
     */
    public boolean restore(Run run) {
        List<String> faults = new ArrayList<>();
        for (long step : folder.checkpointSteps()) {
            Optional<String> fault = restored(run, step);
            if (fault.isEmpty()) {
                faults.forEach(one -> say.accept(one + "; the checkpoint of step " + step + " is used instead"));
                return true;
            }
            faults.add(damaged(step, fault.get()));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(
                    folder.path().toString(),
                    "no checkpoint is sound: " + String.join("; ", faults) + ". Restore one from a backup, or train"
                            + " anew with gan train " + folder.experimentYaml());
        }
        return false;
    }

    /**
     * Restores the checkpoint of one step.
     *
     * @throws InvalidInput if there is none, or it is not sound
     */
    public void restore(Run run, long step) {
        List<Long> steps = folder.checkpointSteps();
        if (!steps.contains(step)) {
            throw new InvalidInput(
                    "--step " + step,
                    folder.path() + " has no checkpoint of that step"
                            + (steps.isEmpty() ? "" : "; it has those of " + steps));
        }
        restored(run, step).ifPresent(fault -> {
            throw new InvalidInput("--step " + step, damaged(step, fault) + "; it has those of " + steps);
        });
    }

    /** Returns the newest sound checkpoint up to a step among those of the beginning and of {@code checkpoint.every}. */
    public OptionalLong regular(long last) {
        return newestRegular(step -> step <= last && isSound(step));
    }

    private OptionalLong newestRegular(LongPredicate isUsable) {
        long every = experiment.cadence().checkpoint();
        return folder.checkpointSteps().stream()
                .mapToLong(Long::longValue)
                .filter(step -> every > 0 ? step % every == 0 : step == 0)
                .filter(isUsable)
                .findFirst();
    }

    /** Returns what was saved beside the state that a run was restored to; nothing before the first step. */
    public PendingMeans means(long step) {
        return PendingMeans.read(folder.checkpoint(step));
    }

    /** Returns whether the checkpoint of a step is there and sound. */
    public boolean isSound(long step) {
        return folder.checkpointSteps().contains(step) && fault(step).isEmpty();
    }

    private String damaged(long step, String fault) {
        return "the checkpoint " + folder.checkpoint(step) + " is damaged (" + fault + ")";
    }

    /** Restores a checkpoint; returns what is wrong with it if it cannot be. */
    private Optional<String> restored(Run run, long step) {
        Optional<String> fault = fault(step);
        if (fault.isPresent()) {
            return fault;
        }
        run.restore(folder.checkpoint(step));
        return run.step() == step ? Optional.empty() : Optional.of("its content says step " + run.step());
    }

    private Optional<String> fault(long step) {
        Path checkpoint = folder.checkpoint(step);
        if (!CheckpointManifest.isIn(checkpoint)) {
            return folder.record().settings().containsKey(SINCE_MANIFESTS)
                    ? Optional.of("it has no manifest")
                    : Optional.empty();
        }
        CheckpointManifest manifest;
        try {
            manifest = CheckpointManifest.read(checkpoint);
        } catch (InvalidInput e) {
            return Optional.of("its manifest cannot be read");
        }
        if (!manifest.experiment().equals(experiment.trainingHash())) {
            return Optional.of("it belongs to another experiment, or its manifest is damaged");
        }
        return manifest.fault(checkpoint, step);
    }
}
