package org.gan4j.experiments.compare;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.end.ComparisonEnd;
import org.gan4j.api.experiment.Comparison;
import org.gan4j.api.part.About;
import org.gan4j.experiments.store.RunFolder;

/** Names the files of every comparison for the journal. */
@About("the files that every comparison has, for the journal")
public record ComparisonFiles() implements ComparisonEnd {
    @Override
    public List<Path> ended(Comparison comparison) {
        RunFolder folder = new RunFolder(comparison.folder());
        return List.of(folder.comparisonJson(), folder.runJson());
    }
}
