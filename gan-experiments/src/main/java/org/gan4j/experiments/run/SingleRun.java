package org.gan4j.experiments.run;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.gan4j.api.end.EndedRun;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.run.Run;
import org.gan4j.api.track.RunRecord;
import org.gan4j.disk.DiskTrouble;
import org.gan4j.disk.WholeFile;
import org.gan4j.experiments.run.checkpoint.CheckpointChoice;
import org.gan4j.experiments.run.checkpoint.Checkpoints;
import org.gan4j.experiments.run.checkpoint.PretrainedWeights;
import org.gan4j.experiments.run.divergence.DivergenceReplay;
import org.gan4j.experiments.run.divergence.ReplayedSteps;
import org.gan4j.experiments.run.end.RunClosing;
import org.gan4j.experiments.settings.fit.EnoughData;
import org.gan4j.experiments.settings.record.ExperimentYaml;
import org.gan4j.experiments.settings.record.RecordedExperiments;
import org.gan4j.experiments.store.RunEnding;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.game.GameDescription;
import org.gan4j.experiments.store.journal.Journal;
import org.gan4j.experiments.store.journal.JournalSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes runs, one at a time: opens the backend, the folder and the journal, and trains to the end.
 *
 * @param recorded experiments of runs that were made before
 * @param progress where the program says how far it is
 * @param watcher  sees each run at each evaluation that {@code eval.every} asks for; it neither changes nor closes it
 */
public record SingleRun(
        ProvenanceCollector provenance,
        RecordedExperiments recorded,
        Progress progress,
        Consumer<ReopenedRun> watcher) {
    private static final Logger LOG = LoggerFactory.getLogger(SingleRun.class);

    /**
     * Begins a run, and trains to its end.
     *
     * @param name   what it is called
     * @param parent uid of the comparison it belongs to, or empty
     */
    public Outcome begin(Experiment experiment, String name, String parent, RunSession session) {
        RunNames.home(experiment);
        EnoughData.require(List.of(experiment));
        try (Run run = backend(experiment)) {
            PretrainedWeights.bring(experiment, run, progress::say);
            RunRecord record = provenance.ofRun(experiment, name, parent, run.device());
            RunFolder folder = NewRunFolder.create(experiment, name, (unfinished, folderName) -> {
                unfinished.write(record);
                WholeFile.write(unfinished.experimentYaml(), ExperimentYaml.of(experiment));
            });
            try (Journal journal = Journal.open(folder.path())) {
                return train(new ReopenedRun(folder, experiment, run), journal, session);
            }
        }
    }

    /**
     * Resumes a run from its newest sound checkpoint, or from the beginning where there is none. A run that has finished is only
     * made whole.
     *
     * @throws InvalidInput if a setting or the jar of a part is not what it was
     */
    public Outcome resume(RunFolder folder, RunSession session) {
        Experiment experiment = recorded.unchanged(folder);
        if (isWhole(folder, experiment)) {
            progress.say("the run has finished; a longer budget, such as steps=N, trains it on");
            return recorded.outcome(folder);
        }
        try (Run run = backend(experiment);
                Journal journal = Journal.open(folder.path())) {
            ReopenedRun opened = new ReopenedRun(folder, experiment, run);
            restore(opened);
            return hasFinished(folder, run.step())
                    ? close(opened, journal, session)
                    : trainOn(opened, journal, session);
        }
    }

    /**
     * Trains a run on, from its newest sound checkpoint, until another budget is spent.
     *
     * @param budget the keys of a budget with their values, such as {@code steps=20000}
     * @throws InvalidInput if anything but the budget would change, or the run has spent it already
     */
    public Outcome extend(RunFolder folder, List<String> budget, RunSession session) {
        Experiment before = recorded.unchanged(folder);
        Experiment longer = recorded.longer(folder, budget);
        try (Run run = backend(before);
                Journal journal = Journal.open(folder.path())) {
            ReopenedRun opened = new ReopenedRun(folder, longer, run);
            restore(opened);
            if (new RunClock(longer.budget(), longer.cadence()).share(run) >= 1) {
                throw new InvalidInput(
                        String.join(" ", budget), folder.path() + " has made " + run.step() + " steps already");
            }
            WholeFile.remove(folder.outcomeJson());
            folder.write(folder.record().trainedOn(longer.hash(), longer.settings()));
            return trainOn(opened, journal, session);
        }
    }

    /** Makes a finished run whole whose program died before its last records; leaves any other run unchanged. */
    public void complete(RunFolder folder, RunSession session) {
        if (folder.status() != Status.FINISHED || isComplete(folder)) {
            return;
        }
        try (ReopenedRun opened = open(folder);
                Journal journal = Journal.open(folder.path())) {
            if (hasFinished(folder, opened.run().step())) {
                close(opened, journal, session);
            }
        }
    }

    private boolean isWhole(RunFolder folder, Experiment experiment) {
        return folder.status() == Status.FINISHED
                && isComplete(folder)
                && folder.ending()
                        .filter(ending -> checkpoints(folder, experiment).isSound(ending.steps()))
                        .isPresent();
    }

    /** Returns whether a run has ended, and its journal says so. */
    public static boolean isComplete(RunFolder folder) {
        try {
            return JournalSummary.isComplete(folder);
        } catch (IOException e) {
            throw DiskTrouble.reading(folder.journal(), e);
        }
    }

    private static boolean hasFinished(RunFolder folder, long step) {
        return folder.ending()
                .filter(ending -> ending.status() == Status.FINISHED && ending.steps() == step)
                .isPresent();
    }

    /** Returns to the newest sound checkpoint, or to the beginning where there is none. */
    private void restore(ReopenedRun opened) {
        if (!checkpoints(opened.folder(), opened.experiment()).restore(opened.run())) {
            PretrainedWeights.bring(opened.experiment(), opened.run(), progress::say);
        }
    }

    private Checkpoints checkpoints(RunFolder folder, Experiment experiment) {
        return new Checkpoints(folder, experiment, progress::say);
    }

    /** Opens a finished or stopped run at its newest sound checkpoint, to be looked at; the caller closes it. */
    public ReopenedRun open(RunFolder folder) {
        return open(folder, recorded.experiment(folder));
    }

    /** Opens the run of an experiment that the caller has, as {@link #open(RunFolder)}; the caller closes it. */
    public ReopenedRun open(RunFolder folder, Experiment experiment) {
        return open(folder, experiment, (checkpoints, run) -> {
            if (!checkpoints.restore(run)) {
                throw new InvalidInput(folder.path().toString(), "has no checkpoint yet, so its nets cannot be used");
            }
        });
    }

    /**
     * Opens a run at the checkpoint that a user chose; the caller closes it.
     *
     * @param checkpoint as {@link CheckpointChoice} reads it
     */
    public ReopenedRun open(RunFolder folder, String checkpoint) {
        return open(folder, recorded.experiment(folder), checkpoint);
    }

    /** Opens a run of which only the nets are used, as {@link #open(RunFolder, String)}. Files of a finite data set need not be there. */
    public ReopenedRun openNets(RunFolder folder, String checkpoint) {
        return open(folder, recorded.withoutData(folder), checkpoint);
    }

    private ReopenedRun open(RunFolder folder, Experiment experiment, String checkpoint) {
        OptionalLong step = CheckpointChoice.step(checkpoint, folder, experiment);
        return step.isEmpty()
                ? open(folder, experiment)
                : open(folder, experiment, (checkpoints, run) -> checkpoints.restore(run, step.getAsLong()));
    }

    /**
     * Replays the training of a diverged run from its newest sound checkpoint.
     *
     * @throws InvalidInput if the run did not diverge, or a setting or the jar of a part is not what it was
     */
    public ReplayedSteps replay(RunFolder folder) {
        Experiment experiment = recorded.unchanged(folder);
        RunEnding ending = folder.ending()
                .filter(one -> one.status() == Status.DIVERGED)
                .orElseThrow(() -> new InvalidInput(
                        folder.path().toString(),
                        "has not diverged (its status is " + folder.status() + "), so there is nothing to explain"));
        return new DivergenceReplay(checkpoints(folder, experiment), progress::say, () -> false)
                .replay(ending.steps())
                .orElseThrow(() -> new WorkFailed("the newest checkpoint of " + folder.path()
                        + " is not from before step " + ending.steps() + ", at which the run diverged"));
    }

    private ReopenedRun open(RunFolder folder, Experiment experiment, BiConsumer<Checkpoints, Run> restoring) {
        Run run = backend(experiment);
        try {
            restoring.accept(checkpoints(folder, experiment), run);
        } catch (RuntimeException e) {
            run.close();
            throw e;
        }
        return new ReopenedRun(folder, experiment, run);
    }

    private static Run backend(Experiment experiment) {
        return experiment.parts().backend().value().open(experiment);
    }

    private Outcome close(ReopenedRun opened, Journal journal, RunSession session) {
        RunFolder folder = opened.folder();
        progress.say("the run has finished; its last records are made now");
        return OngoingRun.noted(folder, () -> {
            session.begin(folder, journal);
            Outcome outcome = recorded.outcome(folder);
            new RunClosing(session.runEnds(), folder, journal)
                    .close(
                            new EndedRun(folder.record(), outcome, opened.run()),
                            folder.ending().orElseThrow().ended());
            return outcome;
        });
    }

    private Outcome trainOn(ReopenedRun opened, Journal journal, RunSession session) {
        RunFolder folder = opened.folder();
        WholeFile.remove(folder.outcomeJson());
        WholeFile.remove(folder.errorText());
        WholeFile.write(folder.experimentYaml(), ExperimentYaml.of(opened.experiment()));
        progress.say("resumes after step " + opened.run().step());
        return train(opened, journal, session);
    }

    private Outcome train(ReopenedRun opened, Journal journal, RunSession session) {
        Checkpoints checkpoints = checkpoints(opened.folder(), opened.experiment());
        return OngoingRun.noted(opened.folder(), () -> {
            session.begin(opened.folder(), journal);
            explain(opened);
            return new RunLoop(opened, journal, session, progress, checkpoints, watcher).run();
        });
    }

    /** Writes what the report explains the game with; if that fails, training goes on without it. */
    private static void explain(ReopenedRun opened) {
        try {
            GameDescription.of(opened.experiment()).write(opened.folder().rules());
        } catch (RuntimeException e) {
            LOG.warn(
                    "the report of {} will not explain its game: {}",
                    opened.folder().record().name(),
                    e.getMessage());
        }
    }
}
