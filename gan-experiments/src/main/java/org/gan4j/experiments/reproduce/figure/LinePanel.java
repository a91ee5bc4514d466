package org.gan4j.experiments.reproduce.figure;

import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.gan4j.experiments.draw.Anchor;
import org.gan4j.experiments.draw.Axis;
import org.gan4j.experiments.draw.Palette;
import org.gan4j.experiments.draw.Pen;
import org.gan4j.experiments.draw.PngCanvas;

/**
 * One panel of figure 1, in the paper's colours and strokes: p_data black and dotted, p_g green, D blue and dashed; besides, D* as a
 * thin line. Below, the line of x and under it that of z, with arrows from z to x = G(z).
 */
final class LinePanel {
    static final int WIDTH = 560;
    static final int HEIGHT = 400;

    private static final Pen DATA = Pen.round(Palette.INK, 2.4f, 1.5f, 5);
    private static final Pen GENERATED = Pen.round(Palette.C2.color(), 2.2f);
    private static final Pen OPINION = Pen.round(Palette.OPINION, 2.2f, 9, 6);
    private static final Pen OPTIMUM = Pen.round(Palette.C1.color(), 1.3f);
    private static final Pen FRAME = Pen.round(Palette.GRID, 1);
    private static final Pen LINE = Pen.round(Palette.INK, 1);
    private static final Pen ARROW = Pen.round(Palette.INK, 0.9f);
    private static final int LEFT = 44;
    private static final int RIGHT = 520;
    private static final int TOP = 52;
    private static final int BOTTOM = 280;
    /** The line of x, that of z, and the tip of an arrow. */
    static final int X_LINE = 306;

    static final int Z_LINE = 366;
    private static final double TIP = 5;

    private final LineGame game;
    private final Axis x;
    private final Axis z;
    private final Axis density;
    private final Axis share = new Axis(0, 1, BOTTOM, TOP);

    LinePanel(LineGame game) {
        this.game = game;
        x = new Axis(game.low(), game.high(), LEFT, RIGHT);
        double[] latents = game.z();
        // With as much room as the axis of x has beside the data, so that the two lines stand below each other.
        double spread = latents[latents.length - 1] - latents[0];
        z = new Axis(latents[0] - spread / 3, latents[latents.length - 1] + spread / 3, LEFT, RIGHT);
        double highest = Arrays.stream(game.data()).max().orElseThrow();
        density = new Axis(0, 1.6 * highest, BOTTOM, TOP);
    }

    /** Returns the ends of a latent's arrow, in pixels across: z and G(z). */
    double[] arrow(int i) {
        return new double[] {z.pixel(game.z()[i]), x.pixel(game.images()[i])};
    }

    BufferedImage draw(String caption) {
        PngCanvas canvas = new PngCanvas(WIDTH, HEIGHT);
        canvas.text(12, 20, Anchor.START, caption, 15);
        legend(canvas);
        frame(canvas);
        arrows(canvas);
        canvas.inside(new Rectangle(LEFT, TOP - 1, RIGHT - LEFT, BOTTOM - TOP + 2), () -> {
            canvas.draw(OPTIMUM, curve(i -> game.isSeen(i) ? share.pixel(game.optimum(i)) : Double.NaN));
            canvas.draw(GENERATED, curve(i -> density.pixel(game.generated()[i])));
            canvas.draw(DATA, curve(i -> density.pixel(game.data()[i])));
            canvas.draw(OPINION, curve(i -> share.pixel(game.opinion()[i])));
        });
        return canvas.image();
    }

    private static void legend(PngCanvas canvas) {
        entry(canvas, LEFT, DATA, "p_data");
        entry(canvas, LEFT + 105, GENERATED, "p_g");
        entry(canvas, LEFT + 190, OPINION, "D, 0 to 1");
        entry(canvas, LEFT + 308, OPTIMUM, "D* = p_data/(p_data+p_g)");
    }

    private static void entry(PngCanvas canvas, int left, Pen pen, String text) {
        canvas.line(pen, left, 36, left + 30, 36);
        canvas.text(left + 36, 40, Anchor.START, text, 12);
    }

    private void frame(PngCanvas canvas) {
        canvas.line(FRAME, LEFT, share.pixel(0.5), RIGHT, share.pixel(0.5));
        canvas.draw(FRAME, new Rectangle2D.Double(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP));
        for (double level : new double[] {0, 0.5, 1}) {
            canvas.text(RIGHT + 6, share.pixel(level) + 4, Anchor.START, Axis.label(level), 11);
        }
        double[] ends = {game.z()[0], game.z()[game.z().length - 1]};
        canvas.line(LINE, LEFT, X_LINE, RIGHT, X_LINE);
        canvas.line(LINE, z.pixel(ends[0]), Z_LINE, z.pixel(ends[1]), Z_LINE);
        canvas.text(LEFT - 16, X_LINE + 4, Anchor.START, "x", 13);
        canvas.text(LEFT - 16, Z_LINE + 4, Anchor.START, "z", 13);
        for (double value : x.quarters()) {
            canvas.text(x.pixel(value), BOTTOM + 16, Anchor.MIDDLE, Axis.label(value), 11);
        }
        for (double end : ends) {
            canvas.text(z.pixel(end), Z_LINE + 18, Anchor.MIDDLE, Axis.label(end), 11);
        }
    }

    private void arrows(PngCanvas canvas) {
        for (int i = 0; i < game.z().length; i++) {
            double from = arrow(i)[0];
            double to = arrow(i)[1];
            if (to < LEFT || to > RIGHT) {
                continue;
            }
            canvas.line(ARROW, from, Z_LINE, to, X_LINE);
            double angle = Math.atan2(X_LINE - Z_LINE, to - from);
            for (double side : new double[] {-0.4, 0.4}) {
                canvas.line(
                        ARROW, to, X_LINE, to - TIP * Math.cos(angle + side), X_LINE - TIP * Math.sin(angle + side));
            }
        }
    }

    /** A curve; where its height is NaN, it has a gap. */
    private Path2D curve(IntToDoubleFunction height) {
        Path2D path = new Path2D.Double();
        boolean up = true;
        for (int i = 0; i < game.bins(); i++) {
            double y = Math.max(height.applyAsDouble(i), TOP - HEIGHT);
            if (Double.isNaN(y)) {
                up = true;
            } else if (up) {
                path.moveTo(x.pixel(game.x(i)), y);
                up = false;
            } else {
                path.lineTo(x.pixel(game.x(i)), y);
            }
        }
        return path;
    }
}
