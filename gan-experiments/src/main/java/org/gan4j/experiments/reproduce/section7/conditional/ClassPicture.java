package org.gan4j.experiments.reproduce.section7.conditional;

import java.nio.file.Path;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.run.ReopenedRun;

/** A picture with a row for each class; all rows have the same draws of z, so that down a column the class alone changes. */
final class ClassPicture {
    private static final int COLUMNS = 10;

    private ClassPicture() {}

    static void draw(ReopenedRun opened, ClassPair pair, FloatTensor latent, Path file) {
        Pictures.strip(opened.run().generate(columns(pair, latent)), COLUMNS, file);
    }

    private static FloatTensor columns(ClassPair pair, FloatTensor latent) {
        int width = latent.width();
        float[] values = new float[pair.classes() * COLUMNS * width];
        for (int label = 0; label < pair.classes(); label++) {
            for (int column = 0; column < COLUMNS; column++) {
                float[] z = latent.row(column % latent.count());
                System.arraycopy(z, 0, values, (label * COLUMNS + column) * width, width);
            }
        }
        FloatTensor repeated = new FloatTensor(latent.shape().example().prepend(pair.classes() * COLUMNS), values);
        return pair.asking(repeated, ClassRequest.each(pair.classes(), COLUMNS));
    }
}
