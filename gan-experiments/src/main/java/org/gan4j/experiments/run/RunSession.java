package org.gan4j.experiments.run;

import org.gan4j.api.end.RunEnd;
import org.gan4j.experiments.run.end.EndActions;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.Journal;
import org.gan4j.experiments.tracking.Sender;
import org.gan4j.experiments.tracking.Trackers;
import org.gan4j.registry.Extensions;

/**
 * The resources that all runs of one command share: the signal to stop, the sender that brings their journals to trackers, and what happens
 * at their ends. May be used by several threads.
 */
public final class RunSession implements AutoCloseable {
    private final StopSignal stop;
    private final Sender sender;
    private final EndActions<RunEnd> runEnds;

    private RunSession(StopSignal stop, Sender sender, EndActions<RunEnd> runEnds) {
        this.stop = stop;
        this.sender = sender;
        this.runEnds = runEnds;
    }

    /** Begins to listen for signals and to send. */
    public static RunSession open(Extensions extensions) {
        EndActions<RunEnd> runEnds = EndActions.of(extensions, RunEnd.POINT);
        return new RunSession(StopSignal.onSignal(), Sender.start(Trackers.active(extensions)), runEnds);
    }

    /** Returns whether the process was told to stop. */
    public boolean isToStop() {
        return stop.asked();
    }

    /** Notes in a run's or comparison's journal that this process begins or resumes it, and has the journal sent from now on. */
    public void begin(RunFolder folder, Journal journal) {
        journal.begun(folder.record());
        sender.follow(folder.path());
    }

    EndActions<RunEnd> runEnds() {
        return runEnds;
    }

    /** Waits a while for what is still to be sent. */
    @Override
    public void close() {
        sender.close();
        stop.close();
    }
}
