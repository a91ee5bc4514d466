package org.gan4j.experiments.mlflow;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.track.RunRecord;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.Journal;

/** A run's folder as training leaves it, made up. */
final class FinishedRun {
    static final int STEPS = 20;

    private FinishedRun() {}

    /** Writes the folder. */
    static void record(Path path, RunRecord run, Status status) throws IOException {
        RunFolder folder = new RunFolder(path);
        folder.write(run);
        try (Journal journal = Journal.open(path)) {
            journal.begun(run);
            for (int step = 1; step <= STEPS; step++) {
                journal.measured(step, run.started() + step, Map.of("loss/d", 1.0 / step, "loss/g", (double) step));
            }
            if (status == Status.DIVERGED) {
                journal.measured(STEPS + 1, run.started() + STEPS + 1, Map.of("loss/d", Double.NaN));
            }
            for (int step = 10; step <= STEPS; step += 10) {
                Path picture = folder.samples(step);
                Files.createDirectories(picture.getParent());
                ImageIO.write(picture(step), "png", picture.toFile());
                journal.artifact("artifacts/samples/" + picture.getFileName(), step, run.started() + step);
            }
            Files.writeString(
                    folder.report(), "<!doctype html><title>" + run.name() + "</title><h1>" + run.name() + "</h1>");
            journal.artifact("report.html", STEPS, run.started() + STEPS);
            journal.artifact("run.json", STEPS, run.started() + STEPS);
            if (run.kind().equals("run")) {
                model(folder, journal, run);
            }
            journal.ended(status, run.started() + 60_000);
        }
    }

    private static void model(RunFolder folder, Journal journal, RunRecord run) throws IOException {
        Files.createDirectories(folder.model().resolve("tfmodel"));
        Files.writeString(folder.model().resolve("tfmodel/saved_model.pb"), "weights");
        Files.writeString(folder.model().resolve("MLmodel"), "model_uuid: of-" + run.uid() + "\n");
        for (String name : List.of("tfmodel/saved_model.pb", "MLmodel")) {
            journal.artifact("artifacts/model/" + name, STEPS, run.started() + STEPS);
        }
    }

    private static BufferedImage picture(int step) {
        BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillOval(200 - 10 * step, 200 - 10 * step, 20 * step, 20 * step);
        graphics.dispose();
        return image;
    }
}
