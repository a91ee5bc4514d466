package org.gan4j.experiments.run.end;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.end.EndedRun;
import org.gan4j.api.end.RunEnd;
import org.gan4j.api.part.About;
import org.gan4j.experiments.store.RunFolder;

/** Hands the files that every run has to the journal. */
@About("the files that every run has, for the journal")
public record RunFiles() implements RunEnd {
    @Override
    public List<Path> ended(EndedRun run) {
        RunFolder folder = new RunFolder(run.outcome().folder());
        return Stream.of(
                        folder.rules(),
                        folder.logits(),
                        folder.outcomeJson(),
                        folder.experimentYaml(),
                        folder.runJson())
                .filter(Files::exists)
                .toList();
    }
}
