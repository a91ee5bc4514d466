package org.gan4j.api.end;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.part.ExtensionPoint;

/** An action at the end of a comparison, as {@link RunEnd} is at the end of a run. */
public interface ComparisonEnd {
    ExtensionPoint<ComparisonEnd> POINT = ExtensionPoint.several(
            "comparison-end",
            ComparisonEnd.class,
            "what happens when a comparison has ended",
            "gan compare ring loss=minimax,non-saturating");

    /**
     * Performs the action.
     *
     * @return the files of the comparison's folder to record in the journal, in this order; trackers receive them;
     * often empty
     */
    List<Path> ended(Comparison comparison) throws Exception;
}
