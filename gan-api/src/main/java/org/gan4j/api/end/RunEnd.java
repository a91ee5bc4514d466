package org.gan4j.api.end;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.part.ExtensionPoint;

/**
 * An action at the end of a run, however the run ended, such as writing its report or exporting its generator. All
 * contributed actions are called, in the order of their names. A failure of one is reported; it neither fails the run
 * nor prevents the others.
 */
public interface RunEnd {
    ExtensionPoint<RunEnd> POINT =
            ExtensionPoint.several("run-end", RunEnd.class, "what happens when a run has ended", "gan train ring");

    /**
     * Performs the action.
     *
     * @return the files of the run's folder to record in the journal, in this order; trackers receive them; often empty
     */
    List<Path> ended(EndedRun run) throws Exception;
}
