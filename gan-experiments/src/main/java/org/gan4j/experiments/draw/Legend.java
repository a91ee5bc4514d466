package org.gan4j.experiments.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;

/** Which colour is which. */
final class Legend {
    private static final int ENTRY = 84;

    private Legend() {}

    /** From a left end, with the text's base line at y. */
    static void draw(Graphics2D graphics, int x, int y) {
        entry(graphics, x, y, Ink.REAL, "real");
        entry(graphics, x + ENTRY, y, Ink.GENERATED, "generated");
    }

    static void entry(Graphics2D graphics, int x, int y, Color color, String text) {
        graphics.setColor(color);
        graphics.fill(new Ellipse2D.Double(x, y - 9, 9, 9));
        Ink.text(graphics, text, x + 14, y, 12);
    }
}
