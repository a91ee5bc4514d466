package org.gan4j.experiments.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.settings.record.ExperimentYaml;
import org.gan4j.experiments.settings.record.RecordedExperiments;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.game.GameDescription;
import org.gan4j.experiments.store.journal.Journal;
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
        try (Run run = backend(experiment)) {
            Checkpoints.pretrain(experiment, run, progress);
            RunFolder folder = RunNames.create(experiment, name);
            folder.write(provenance.ofRun(experiment, name, parent, run.device()));
            write(folder.experimentYaml(), ExperimentYaml.of(experiment));
            try (Journal journal = Journal.open(folder.path())) {
                return train(new ReopenedRun(folder, experiment, run), journal, session);
            }
        }
    }

    /**
     * Resumes a run from its newest checkpoint, or from the beginning where there is none.
     *
     * @throws InvalidInput if a setting or the jar of a part is not what it was
     */
    public Outcome resume(RunFolder folder, RunSession session) {
        Experiment experiment = recorded.unchanged(folder);
        try (Run run = backend(experiment);
                Journal journal = Journal.open(folder.path())) {
            if (!Checkpoints.restore(folder, run)) {
                Checkpoints.pretrain(experiment, run, progress);
            }
            progress.say("resumes after step " + run.step());
            return train(new ReopenedRun(folder, experiment, run), journal, session);
        }
    }

    /** Opens a finished or stopped run at its newest checkpoint, to be looked at; the caller closes it. */
    public ReopenedRun open(RunFolder folder) {
        return open(folder, recorded.experiment(folder));
    }

    /** Opens the run of an experiment that the caller has, as {@link #open(RunFolder)}; the caller closes it. */
    public ReopenedRun open(RunFolder folder, Experiment experiment) {
        Run run = backend(experiment);
        if (!Checkpoints.restore(folder, run)) {
            run.close();
            throw new InvalidInput(folder.path().toString(), "has no checkpoint yet, so its nets cannot be used");
        }
        return new ReopenedRun(folder, experiment, run);
    }

    private static Run backend(Experiment experiment) {
        return experiment.parts().backend().value().open(experiment);
    }

    private Outcome train(ReopenedRun opened, Journal journal, RunSession session) {
        session.begin(opened.folder(), journal);
        explain(opened);
        return new RunLoop(opened, journal, session, progress, watcher).run();
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

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
