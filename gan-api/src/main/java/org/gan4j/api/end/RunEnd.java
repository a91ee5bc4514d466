package org.gan4j.api.end;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.part.ExtensionPoint;

/**
 * Something that happens when a run has ended, however it ended: its report is written, its generator is exported. Everything that
 * is contributed here is called, in the order of the names. A failure of one is reported, and neither fails the run nor hinders
 * the others.
 */
public interface RunEnd {
    ExtensionPoint<RunEnd> POINT =
            ExtensionPoint.several("run-end", RunEnd.class, "what happens when a run has ended", "gan train ring");

    /**
     * Does it.
     *
     * @return the files of the run's folder that the journal is to name, and so trackers get, in this order; often none
     */
    List<Path> ended(EndedRun run) throws Exception;
}
