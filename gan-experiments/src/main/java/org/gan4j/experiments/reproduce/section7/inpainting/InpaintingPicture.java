package org.gan4j.experiments.reproduce.section7.inpainting;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.experiments.draw.sample.Pictures;

/** A picture of the first test images, what is seen of them, and what fills their hidden halves. */
final class InpaintingPicture {
    private static final int SHOWN = 12;

    private InpaintingPicture() {}

    static void draw(FilledHalves filled, Path file) {
        int count = Math.min(SHOWN, filled.images().count());
        List<Pictures.Panel> panels = List.of(
                new Pictures.Panel("the first test images", filled.images().slice(0, count)),
                new Pictures.Panel("what is seen of them", filled.veiled(count)),
                new Pictures.Panel("a draw from the posterior", filled.filled(count, filled::first)),
                new Pictures.Panel("another draw", filled.filled(count, filled::second)),
                new Pictures.Panel("posterior mean", filled.filled(count, filled::mean)));
        Pictures.sideBySide(panels, count, file);
    }
}
