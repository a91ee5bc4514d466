package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/own-data.md, with fewer steps: pictures and points that a script makes become a trained pair and its report. */
class OwnDataIT {
    @TempDir
    private Path folder;

    @Test
    void pictures_and_points_of_a_user_train_and_are_reported() throws Exception {
        script();
        Program gan =
                Program.in(folder).with("GAN_DATA", folder.resolve("cache").toString());
        String pictures = trains(gan, "fashion-mini", "dataset=images", "dataset.folder=own/pictures", "batch=20");
        assertThat(folder.resolve("cache/decoded"))
                .isDirectoryContaining(file -> file.toString().endsWith(".pictures"));
        Files.move(folder.resolve("own/pictures"), folder.resolve("elsewhere"));
        gan.run("sample", pictures, "--out", "samples.png").succeeded();
        gan.run("export", pictures, "--out", "model").succeeded();
        assertThat(folder.resolve("samples.png")).isNotEmptyFile();
        assertThat(folder.resolve("model")).isNotEmptyDirectory();
        trains(gan, "ring", "dataset=points", "dataset.file=own/points.csv", "batch=64", "metrics=[]");
    }

    private void script() throws IOException, InterruptedException {
        Path script = Path.of("../docs/examples/own_data.py").toAbsolutePath();
        Process python = new ProcessBuilder("python3", script.toString(), "own")
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(python.waitFor()).isZero();
    }

    /** Trains a pair and writes its report anew; returns the run's folder. */
    private String trains(Program gan, String recipe, String... settings) {
        String[] train = new String[settings.length + 5];
        train[0] = "train";
        train[1] = recipe;
        System.arraycopy(settings, 0, train, 2, settings.length);
        train[settings.length + 2] = "steps=20";
        train[settings.length + 3] = "--json";
        train[settings.length + 4] = "--quiet";
        String run = gan.run(train).succeeded().json().get("run").asText();
        gan.run("report", run).succeeded();
        Path report = folder.resolve(run).resolve("report.html");
        assertThat(Files.exists(report)).isTrue();
        assertThat(Program.read(report)).contains("data:image/png");
        return run;
    }
}
