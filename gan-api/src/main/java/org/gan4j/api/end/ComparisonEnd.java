package org.gan4j.api.end;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.run.Comparison;

/** Something that happens when a comparison has ended. It is to a comparison what {@link RunEnd} is to a run. */
public interface ComparisonEnd {
    ExtensionPoint<ComparisonEnd> POINT = ExtensionPoint.several(
            "comparison-end",
            ComparisonEnd.class,
            "what happens when a comparison has ended",
            "gan compare ring loss=minimax,non-saturating");

    /**
     * Does it.
     *
     * @return the files of the comparison's folder that the journal is to name, and so trackers get, in this order; often none
     */
    List<Path> ended(Comparison comparison) throws Exception;
}
