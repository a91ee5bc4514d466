package org.gan4j.experiments.run.end;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.end.EndedRun;
import org.gan4j.api.end.RunEnd;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.part.About;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.model.ModelFolder;

/** Writes the generator of a finished run for other programs. */
@About("the generator of a finished run, for MLflow and TensorFlow")
public record ModelExport() implements RunEnd {
    @Override
    public List<Path> ended(EndedRun run) throws IOException {
        if (run.outcome().status() != Status.FINISHED) {
            return List.of();
        }
        Path model = new RunFolder(run.outcome().folder()).model();
        ModelFolder.write(model, run.record(), run.nets());
        return ModelFolder.files(model);
    }
}
