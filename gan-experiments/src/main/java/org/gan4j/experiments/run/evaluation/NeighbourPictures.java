package org.gan4j.experiments.run.evaluation;

import java.nio.file.Path;
import org.gan4j.api.Dataset;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.experiments.store.journal.Journal;

/**
 * Draws, where the data are pictures with a training split, some generated ones above the training pictures that are nearest to them,
 * whenever costly metrics are measured.
 */
public record NeighbourPictures(Dataset dataset, RunFolder folder, Journal journal) implements EvaluationAction {
    /** Generated pictures, beside each other: the first row of the sample picture. */
    private static final int DRAWS = 10;
    /** Training pictures below each. */
    private static final int NEIGHBOURS = 3;

    @Override
    public void perform(RunEvaluation evaluation) {
        if (evaluation.isCostly() && dataset instanceof Dataset.Finite finite && Pictures.isImage(dataset.shape())) {
            draw(evaluation.run(), finite.load(Split.TRAIN));
        }
    }

    private void draw(Run run, Table training) {
        FloatTensor latent = run.latent(Pictures.count(dataset.shape()), SamplePictures.STREAM)
                .slice(0, DRAWS);
        Path picture = folder.neighbours(run.step());
        Pictures.grid(stacked(run.generate(latent), training), NEIGHBOURS + 1, DRAWS, picture);
        journal.artifact(folder.relative(picture), run.step(), System.currentTimeMillis());
    }

    /** Returns generated pictures, and after them the nearest training picture of each, then the second of each, and so on. */
    static FloatTensor stacked(FloatTensor generated, Table training) {
        int[][] nearest = NearestTraining.rows(generated, training, NEIGHBOURS);
        int width = generated.width();
        int count = generated.count();
        int each = nearest[0].length;
        float[] values = new float[count * (each + 1) * width];
        System.arraycopy(generated.values(), 0, values, 0, count * width);
        for (int place = 0; place < each; place++) {
            int[] rows = new int[count];
            for (int picture = 0; picture < count; picture++) {
                rows[picture] = nearest[picture][place];
            }
            System.arraycopy(
                    training.rows(rows).toFloats().values(), 0, values, (place + 1) * count * width, count * width);
        }
        return new FloatTensor(generated.shape().example().prepend(count * (each + 1)), values);
    }
}
