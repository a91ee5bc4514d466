package org.gan4j.experiments.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;

/** The look of a line of a PNG file. */
public record Pen(Color color, Stroke stroke) {
    /** A line with square ends and pointed corners, as frames and steps have. */
    public static Pen sharp(Color color, float width) {
        return new Pen(color, new BasicStroke(width));
    }

    /**
     * A curve.
     *
     * @param dash lengths of strokes and gaps in turn; none for a line without gaps
     */
    public static Pen round(Color color, float width, float... dash) {
        return new Pen(
                color,
                dash.length == 0
                        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0));
    }
}
