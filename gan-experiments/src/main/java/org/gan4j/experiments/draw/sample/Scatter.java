package org.gan4j.experiments.draw.sample;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.experiments.draw.Anchor;
import org.gan4j.experiments.draw.Axis;
import org.gan4j.experiments.draw.Palette;
import org.gan4j.experiments.draw.Pen;
import org.gan4j.experiments.draw.PngCanvas;

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
        PngCanvas canvas = new PngCanvas(LEFT + SIDE + LEFT / 2, TOP + SIDE + BELOW);
        players.ifPresent(known -> opinion(canvas, known, real));
        frame(canvas);
        Legend.draw(canvas, LEFT, TOP - 9);
        points(canvas, real, Palette.faded(Palette.REAL, 120));
        players.ifPresent(
                known -> canvas.inside(new Rectangle(LEFT, TOP, SIDE, SIDE), () -> threads(canvas, known.threads())));
        points(canvas, generated, Palette.faded(Palette.GENERATED, 150));
        return canvas.image();
    }

    private void opinion(PngCanvas canvas, Players players, FloatTensor real) {
        canvas.text(LEFT + 190, TOP - 9, Anchor.START, "background: what D takes a place for", 12);
        int tiles = SIDE / TILE;
        double[] centres = new double[2 * tiles * tiles];
        for (int i = 0; i < tiles * tiles; i++) {
            centres[2 * i] = x.low() + (x.high() - x.low()) * (i % tiles + 0.5) / tiles;
            int row = i / tiles;
            centres[2 * i + 1] = y.high() - (y.high() - y.low()) * (row + 0.5) / tiles;
        }
        double[] seen = players.seen(real.shape().example(), centres);
        for (int i = 0; i < seen.length; i++) {
            int shade = (int) Math.round(SHADES * Math.abs(2 * seen[i] - 1));
            canvas.fill(
                    Palette.faded(seen[i] > 0.5 ? Palette.REAL : Palette.GENERATED, DEEPEST * shade / SHADES),
                    new Rectangle(LEFT + i % tiles * TILE, TOP + i / tiles * TILE, TILE, TILE));
        }
    }

    private void threads(PngCanvas canvas, FloatTensor points) {
        Pen pen = Pen.sharp(Palette.faded(Palette.INK, 90), 0.8f);
        for (int i = 1; i < points.count(); i++) {
            float[] from = points.row(i - 1);
            float[] to = points.row(i);
            if (i % Players.POINTS != 0) {
                canvas.line(pen, x.pixel(from[0]), y.pixel(from[1]), x.pixel(to[0]), y.pixel(to[1]));
            }
        }
    }

    private void frame(PngCanvas canvas) {
        Pen pen = Pen.sharp(Palette.GRID, 1);
        for (int i = 0; i <= 4; i++) {
            double across = x.quarters()[i];
            double up = y.quarters()[i];
            canvas.draw(pen, new Rectangle2D.Double(x.pixel(across), TOP, 0, SIDE));
            canvas.draw(pen, new Rectangle2D.Double(LEFT, y.pixel(up), SIDE, 0));
            if (i % 2 == 0) {
                canvas.text(x.pixel(across), TOP + SIDE + 16, Anchor.MIDDLE, Axis.label(across), 11);
                canvas.text(LEFT - 6, y.pixel(up) + 4, Anchor.END, Axis.label(up), 11);
            }
        }
    }

    private void points(PngCanvas canvas, FloatTensor points, Color color) {
        for (int i = 0; i < points.count(); i++) {
            double across = points.values()[2 * i];
            double up = points.values()[2 * i + 1];
            if (Double.isFinite(across) && Double.isFinite(up)) {
                canvas.fill(color, mark(across, up));
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
