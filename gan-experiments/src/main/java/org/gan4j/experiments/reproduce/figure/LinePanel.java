package org.gan4j.experiments.reproduce.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.gan4j.experiments.draw.Axis;
import org.gan4j.experiments.draw.Ink;

/**
 * One panel of figure 1, in the paper's colours and strokes: p_data black and dotted, p_g green, D blue and dashed; besides, D* as a
 * thin line. Below, the line of x and under it that of z, with arrows from z to x = G(z).
 */
final class LinePanel {
    static final int WIDTH = 560;
    static final int HEIGHT = 400;

    private static final Color GENERATED = new Color(0x00875f);
    private static final Color OPTIMUM = new Color(0xd55e00);
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

    /** Where the arrow of a latent begins and ends, in pixels across: at z, and at G(z). */
    double[] arrow(int i) {
        return new double[] {z.pixel(game.z()[i]), x.pixel(game.images()[i])};
    }

    BufferedImage draw(String caption) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = Ink.on(image);
        Ink.text(graphics, caption, 12, 20, 15);
        legend(graphics);
        frame(graphics);
        arrows(graphics);
        graphics.clipRect(LEFT, TOP - 1, RIGHT - LEFT, BOTTOM - TOP + 2);
        line(graphics, OPTIMUM, stroke(1.3f), i -> game.isSeen(i) ? share.pixel(game.optimum(i)) : Double.NaN);
        line(graphics, GENERATED, stroke(2.2f), i -> density.pixel(game.generated()[i]));
        line(graphics, Ink.TRUTH, stroke(2.4f, 1.5f, 5), i -> density.pixel(game.data()[i]));
        line(graphics, Ink.OPINION, stroke(2.2f, 9, 6), i -> share.pixel(game.opinion()[i]));
        graphics.dispose();
        return image;
    }

    private static void legend(Graphics2D graphics) {
        entry(graphics, LEFT, Ink.TRUTH, stroke(2.4f, 1.5f, 5), "p_data");
        entry(graphics, LEFT + 105, GENERATED, stroke(2.2f), "p_g");
        entry(graphics, LEFT + 190, Ink.OPINION, stroke(2.2f, 9, 6), "D, 0 to 1");
        entry(graphics, LEFT + 308, OPTIMUM, stroke(1.3f), "D* = p_data/(p_data+p_g)");
    }

    private static void entry(Graphics2D graphics, int left, Color color, BasicStroke stroke, String text) {
        graphics.setColor(color);
        graphics.setStroke(stroke);
        graphics.draw(new Line2D.Double(left, 36, left + 30, 36));
        Ink.text(graphics, text, left + 36, 40, 12);
    }

    private void frame(Graphics2D graphics) {
        graphics.setStroke(stroke(1));
        graphics.setColor(Ink.LINES);
        graphics.draw(new Line2D.Double(LEFT, share.pixel(0.5), RIGHT, share.pixel(0.5)));
        graphics.draw(new Rectangle2D.Double(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP));
        for (String level : new String[] {"0", "0.5", "1"}) {
            Ink.text(graphics, level, RIGHT + 6, (float) share.pixel(Double.parseDouble(level)) + 4, 11);
        }
        graphics.setColor(Ink.TRUTH);
        graphics.draw(new Line2D.Double(LEFT, X_LINE, RIGHT, X_LINE));
        graphics.draw(new Line2D.Double(z.pixel(game.z()[0]), Z_LINE, z.pixel(last(game.z())), Z_LINE));
        Ink.text(graphics, "x", LEFT - 16, X_LINE + 4, 13);
        Ink.text(graphics, "z", LEFT - 16, Z_LINE + 4, 13);
        for (int quarter = 0; quarter <= 4; quarter++) {
            double value = game.low() + (game.high() - game.low()) * quarter / 4;
            Ink.textAround(graphics, Axis.label(value), (float) x.pixel(value), BOTTOM + 16, 11);
        }
        Ink.textAround(graphics, Axis.label(game.z()[0]), (float) z.pixel(game.z()[0]), Z_LINE + 18, 11);
        Ink.textAround(graphics, Axis.label(last(game.z())), (float) z.pixel(last(game.z())), Z_LINE + 18, 11);
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }

    private void arrows(Graphics2D graphics) {
        graphics.setColor(Ink.TRUTH);
        graphics.setStroke(stroke(0.9f));
        for (int i = 0; i < game.z().length; i++) {
            double from = arrow(i)[0];
            double to = arrow(i)[1];
            if (to < LEFT || to > RIGHT) {
                continue;
            }
            graphics.draw(new Line2D.Double(from, Z_LINE, to, X_LINE));
            double angle = Math.atan2(X_LINE - Z_LINE, to - from);
            for (double side : new double[] {-0.4, 0.4}) {
                graphics.draw(new Line2D.Double(
                        to, X_LINE, to - TIP * Math.cos(angle + side), X_LINE - TIP * Math.sin(angle + side)));
            }
        }
    }

    /** A curve; where its height is NaN, a gap. */
    private void line(Graphics2D graphics, Color color, BasicStroke stroke, IntToDoubleFunction height) {
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
        graphics.setColor(color);
        graphics.setStroke(stroke);
        graphics.draw(path);
    }

    private static BasicStroke stroke(float width, float... dash) {
        return dash.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }
}
