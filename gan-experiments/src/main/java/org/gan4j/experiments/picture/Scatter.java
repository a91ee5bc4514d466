package org.gan4j.experiments.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.gan4j.api.data.FloatTensor;

/** Generated points over real ones on equal axes that the real points fix. A point beyond them is a mark at the edge. */
final class Scatter {
    private static final int SIDE = 440;
    private static final int LEFT = 40;
    private static final int TOP = 26;
    private static final int BELOW = 24;
    private static final double RADIUS = 2.2;

    private final Axis x;
    private final Axis y;

    private Scatter(FloatTensor real) {
        Axis widest = Axis.around(coordinate(real, 0));
        Axis highest = Axis.around(coordinate(real, 1));
        double half = Math.max(widest.high() - widest.low(), highest.high() - highest.low()) / 2;
        x = square(widest, half).over(LEFT, LEFT + SIDE);
        y = square(highest, half).over(TOP + SIDE, TOP);
    }

    static BufferedImage of(FloatTensor generated, FloatTensor real) {
        return new Scatter(real).draw(generated, real);
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

    private BufferedImage draw(FloatTensor generated, FloatTensor real) {
        BufferedImage image = new BufferedImage(LEFT + SIDE + LEFT / 2, TOP + SIDE + BELOW, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = Ink.on(image);
        frame(graphics);
        Legend.draw(graphics, LEFT, TOP - 9);
        points(graphics, real, Ink.faded(Ink.REAL, 120));
        points(graphics, generated, Ink.faded(Ink.GENERATED, 150));
        graphics.dispose();
        return image;
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
