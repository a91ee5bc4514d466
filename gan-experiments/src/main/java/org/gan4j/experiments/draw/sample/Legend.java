package org.gan4j.experiments.draw.sample;

import java.awt.Color;
import org.gan4j.experiments.draw.Anchor;
import org.gan4j.experiments.draw.Palette;
import org.gan4j.experiments.draw.PngCanvas;

/** The line above a figure that says which colour is which. */
final class Legend {
    private static final int ENTRY = 84;

    private Legend() {}

    /** Draws it from a left end, with the text's base line at y. */
    static void draw(PngCanvas canvas, int x, int y) {
        entry(canvas, x, y, Palette.REAL, "real");
        entry(canvas, x + ENTRY, y, Palette.GENERATED, "generated");
    }

    static void entry(PngCanvas canvas, int x, int y, Color color, String text) {
        canvas.dot(color, x + 4.5, y - 4.5, 4.5);
        canvas.text(x + 14, y, Anchor.START, text, 12);
    }
}
