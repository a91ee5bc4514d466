package org.gan4j.experiments.reproduce.section7.inference;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.Dataset;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.run.ReopenedRun;

/** A picture of samples, and of examples that neither net has seen, each row above what G makes of E's answer to it. */
final class InferencePicture {
    private static final int SHOWN = 10;

    private InferencePicture() {}

    static void draw(ReopenedRun opened, Dataset.Finite images, InferenceNet net, FloatTensor samples, Path file) {
        FloatTensor made = samples.slice(0, SHOWN);
        FloatTensor real = images.load(Split.TEST).slice(0, SHOWN).toFloats();
        Pictures.sideBySide(
                List.of(
                        new Pictures.Panel("x = G(z)", made),
                        new Pictures.Panel("G(E(x))", opened.run().generate(net.infer(made))),
                        new Pictures.Panel("x of the test split", real),
                        new Pictures.Panel("G(E(x))", opened.run().generate(net.infer(real)))),
                SHOWN,
                file);
    }
}
