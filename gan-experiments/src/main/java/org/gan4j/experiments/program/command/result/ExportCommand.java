package org.gan4j.experiments.program.command.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.run.ReopenedRun;
import org.gan4j.experiments.run.checkpoint.CheckpointChoice;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.model.ModelFolder;

/** {@code gan export}. */
@Usage(
        value = "writes a trained generator, at its last checkpoint, as a folder that MLflow and TensorFlow for Python"
                + " load",
        arguments = "RUN",
        examples = {
            "gan export latest --out generator",
            "python -c \"import mlflow; print(mlflow.pyfunc.load_model('generator').metadata.signature)\"",
            "mlflow models serve --model-uri generator --env-manager local"
        })
public record ExportCommand(
        @Param(doc = "folder to write; it is made, or empty")
        Path out,

        @Param(value = CheckpointChoice.NEWEST, doc = CheckpointChoice.HELP)
        String step,

        @Param(value = "runs", doc = "folder in which names of runs are looked up")
        Path runs)
        implements Command {
    @Override
    public int run(Context context) throws IOException {
        RunFolder folder = RunArgument.only(context.arguments(), runs);
        refuseOccupied();
        try (ReopenedRun opened = LocalRunner.of(context).openNets(folder, step)) {
            if (!context.dryRun()) {
                ModelFolder.write(out, folder.record(), opened.run());
            }
        }
        context.print(out.toString());
        context.result(Map.of("out", out.toString()));
        return 0;
    }

    private void refuseOccupied() throws IOException {
        Path existing = out.toAbsolutePath().normalize();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing != null && !Files.isDirectory(existing)) {
            throw new InvalidInput("--out " + out, existing + " is a file; expected a folder that is new or empty");
        }
        if (Files.isDirectory(out)) {
            try (Stream<Path> inside = Files.list(out)) {
                List<String> names = inside.map(path -> path.getFileName().toString())
                        .sorted()
                        .toList();
                if (!names.isEmpty()) {
                    throw new InvalidInput(
                            "--out " + out, "holds " + names.get(0) + "; expected a folder that is new or empty");
                }
            }
        }
    }
}
