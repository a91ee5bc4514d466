package org.gan4j.experiments.run.end;

import org.gan4j.api.end.EndedRun;
import org.gan4j.api.end.RunEnd;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.Journal;

/** The last records of a run whose outcome is recorded: what is contributed for its end, and then the word that it ended. */
public record RunClosing(EndActions<RunEnd> actions, RunFolder folder, Journal journal) {
    /**
     * Makes the records.
     *
     * @throws WorkFailed if the disk does not take them; the run is closed again when it is resumed
     */
    public void close(EndedRun ended, long millis) {
        Status status = ended.outcome().status();
        boolean taken = actions.call(
                action -> action.ended(ended), folder, journal, ended.outcome().steps(), millis);
        boolean conclusive = status == Status.FINISHED || status == Status.DIVERGED;
        if (taken || !conclusive) {
            journal.ended(status, millis);
        }
        if (conclusive && (!taken || journal.lost() > 0)) {
            throw new WorkFailed("the weights of " + folder.path() + " are saved, but the disk does not take all that"
                    + " belongs to the run's end; make space, then gan resume " + folder.path());
        }
    }
}
