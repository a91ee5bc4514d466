package org.gan4j.experiments.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.data.FloatTensor;

/**
 * Generated points over real ones on equal axes that the real points fix. A point beyond them is a mark at the edge. Behind them, in
 * the colour of either, what D takes a place for, and as thin lines how G folds straight lines of the latent space.
 */
final class Scatter {
    private static final int SIDE = 440;
    private static final int LEFT = 40;
    private static final int TOP = 26;
    private static final int BELOW = 24;
    private static final double RADIUS = 2.2;
    /** Side of a square that is asked for D's opinion, in pixels. */
    private static final int TILE = 8;
    /** Shades of either opinion; few, so that the file stays small. */
    private static final int SHADES = 8;

    private static final int DEEPEST = 80;

    private final Axis x;
    private final Axis y;

    private Scatter(FloatTensor real) {
        Axis widest = Axis.around(coordinate(real, 0));
        Axis highest = Axis.around(coordinate(real, 1));
        double half = Math.max(widest.high() - widest.low(), highest.high() - highest.low()) / 2;
        x = square(widest, half).over(LEFT, LEFT + SIDE);
        y = square(highest, half).over(TOP + SIDE, TOP);
    }

    static BufferedImage of(FloatTensor generated, FloatTensor real, Optional<Players> players) {
        return new Scatter(real).draw(generated, real, players);
    }

    private static Axis square(Axis axis, double half) {
        double middle = (axis.low() + axis.high()) / 2;
        return new Axis(middle - half, middle + half, 0, 1);
    }

    private static double[] coordinate(FloatTensor points, int index) {
        return IntStream.range(0, points.count())
                .mapToDouble(i -> points.values()[2 * i + index])
                .toArray();
    }

    private BufferedImage draw(FloatTensor generated, FloatTensor real, Optional<Players> players) {
        BufferedImage image = new BufferedImage(LEFT + SIDE + LEFT / 2, TOP + SIDE + BELOW, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = Ink.on(image);
        players.ifPresent(known -> opinion(graphics, known, real));
        frame(graphics);
        Legend.draw(graphics, LEFT, TOP - 9);
        points(graphics, real, Ink.faded(Ink.REAL, 120));
        players.ifPresent(known -> threads(graphics, known.threads()));
        points(graphics, generated, Ink.faded(Ink.GENERATED, 150));
        graphics.dispose();
        return image;
    }

    private void opinion(Graphics2D graphics, Players players, FloatTensor real) {
        Ink.text(graphics, "background: what D takes a place for", LEFT + 190, TOP - 9, 12);
        int tiles = SIDE / TILE;
        double[] centres = new double[2 * tiles * tiles];
        for (int i = 0; i < tiles * tiles; i++) {
            centres[2 * i] = x.low() + (x.high() - x.low()) * (i % tiles + 0.5) / tiles;
            centres[2 * i + 1] = y.high() - (y.high() - y.low()) * (i / tiles + 0.5) / tiles;
        }
        double[] seen = players.seen(real.shape().example(), centres);
        for (int i = 0; i < seen.length; i++) {
            int shade = (int) Math.round(SHADES * Math.abs(2 * seen[i] - 1));
            graphics.setColor(Ink.faded(seen[i] > 0.5 ? Ink.REAL : Ink.GENERATED, DEEPEST * shade / SHADES));
            graphics.fillRect(LEFT + i % tiles * TILE, TOP + i / tiles * TILE, TILE, TILE);
        }
    }

    private void threads(Graphics2D graphics, FloatTensor points) {
        graphics.setColor(Ink.faded(Ink.TEXT, 90));
        graphics.setStroke(new BasicStroke(0.8f));
        Shape whole = graphics.getClip();
        graphics.clipRect(LEFT, TOP, SIDE, SIDE);
        for (int i = 1; i < points.count(); i++) {
            float[] from = points.row(i - 1);
            float[] to = points.row(i);
            if (i % Players.POINTS != 0) {
                graphics.draw(new Line2D.Double(x.pixel(from[0]), y.pixel(from[1]), x.pixel(to[0]), y.pixel(to[1])));
            }
        }
        graphics.setClip(whole);
        graphics.setStroke(new BasicStroke());
    }

    private void frame(Graphics2D graphics) {
        for (int quarter = 0; quarter <= 4; quarter++) {
            double across = x.low() + (x.high() - x.low()) * quarter / 4;
            double up = y.low() + (y.high() - y.low()) * quarter / 4;
            graphics.setColor(Ink.LINES);
            graphics.draw(new Rectangle2D.Double(x.pixel(across), TOP, 0, SIDE));
            graphics.draw(new Rectangle2D.Double(LEFT, y.pixel(up), SIDE, 0));
            if (quarter % 2 == 0) {
                Ink.textAround(graphics, Axis.label(across), (float) x.pixel(across), TOP + SIDE + 16, 11);
                Ink.textBefore(graphics, Axis.label(up), LEFT - 6, (float) y.pixel(up) + 4, 11);
            }
        }
    }

    private void points(Graphics2D graphics, FloatTensor points, Color color) {
        graphics.setColor(color);
        for (int i = 0; i < points.count(); i++) {
            double across = points.values()[2 * i];
            double up = points.values()[2 * i + 1];
            if (Double.isFinite(across) && Double.isFinite(up)) {
                graphics.fill(mark(across, up));
            }
        }
    }

    private Shape mark(double across, double up) {
        double centreX = x.pixel(Math.max(x.low(), Math.min(x.high(), across)));
        double centreY = y.pixel(Math.max(y.low(), Math.min(y.high(), up)));
        return x.holds(across) && y.holds(up)
                ? new Ellipse2D.Double(centreX - RADIUS, centreY - RADIUS, 2 * RADIUS, 2 * RADIUS)
                : new Rectangle2D.Double(centreX - RADIUS, centreY - RADIUS, 2 * RADIUS, 2 * RADIUS);
    }
}
