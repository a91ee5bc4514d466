package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.data.Values;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.track.RunRecord;
import org.gan4j.disk.WholeFolder;
import org.gan4j.experiments.store.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the nets of a run can be used after its data have gone. */
class NetsOfRunsTest {
    @TempDir
    Path folder;

    @Test
    void the_nets_are_opened_as_they_were_without_the_pictures_that_trained_them() throws IOException {
        Path pictures = folder.resolve("pictures");
        for (String label : new String[] {"cat", "dog"}) {
            File files = Files.createDirectories(pictures.resolve(label)).toFile();
            // A hash of the name puts a picture into the training or the test split; of forty, some are in each.
            for (int i = 0; i < 40; i++) {
                ImageIO.write(
                        new BufferedImage(4, 5, BufferedImage.TYPE_BYTE_GRAY), "png", new File(files, i + ".png"));
            }
        }
        Outcome outcome = SmallRuns.runner()
                .run(new SmallRuns(folder.resolve("runs"))
                        .experiments("dataset=images", "dataset.folder=" + pictures, "dataset.size=[5,4]", "batch=8")
                        .get(0));
        WholeFolder.remove(pictures);

        RunFolder run = RunFolder.open(outcome.folder());
        try (ReopenedRun opened = SmallRuns.runner().openNets(run, "newest")) {
            Experiment experiment = opened.experiment();
            assertThat(experiment.hash()).isEqualTo(outcome.experiment().hash());
            assertThat(experiment.settings()).isEqualTo(outcome.experiment().settings());
            Dataset.Finite data = (Dataset.Finite) experiment.parts().dataset().value();
            assertThat(data.shape()).isEqualTo(Shape.of(5, 4));
            assertThat(data.classes()).isEqualTo(2);
            // As many examples as a batch, none of which is a number.
            Table table = data.load(Split.TRAIN);
            assertThat(table.count()).isEqualTo(8);
            assertThat(((Values.Floats) table.values()).floats()).containsOnly(Float.NaN);
            assertThat(opened.run().step()).isEqualTo(7);
        }
    }

    @Test
    void a_recorded_shape_is_read_as_it_was_written() {
        for (Shape shape : new Shape[] {Shape.of(), Shape.of(2), Shape.of(28, 28), Shape.of(32, 32, 3)}) {
            assertThat(new RunRecord.DataRecord("", "", shape.toString(), 0).example())
                    .contains(shape);
        }
        assertThat(new RunRecord.DataRecord("", "", "", null).example()).isEmpty();
    }
}
