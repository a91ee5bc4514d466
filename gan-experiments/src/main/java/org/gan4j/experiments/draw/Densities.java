package org.gan4j.experiments.draw;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Truth;

/** Histograms of real and generated numbers as densities, with p_data as a curve where it is known, and D(x) from 0 to 1. */
final class Densities {
    private static final int BINS = 64;
    private static final int WIDTH = 512;
    private static final int HEIGHT = 260;
    private static final int LEFT = 40;
    private static final int TOP = 26;
    private static final int BELOW = 24;

    private final Axis x;
    private final Axis y;

    private Densities(FloatTensor real, Optional<Truth> truth) {
        x = Axis.around(doubles(real)).over(LEFT, LEFT + WIDTH);
        double highest = Arrays.stream(histogram(real)).max().orElse(1);
        double curve =
                truth.map(known -> Arrays.stream(curve(known)).max().orElse(1)).orElse(highest);
        double top = Axis.roundUp(1.4 * Math.max(curve, truth.isPresent() ? 0 : highest));
        y = new Axis(0, Double.isFinite(top) && top > 0 ? top : 1, TOP + HEIGHT, TOP);
    }

    static BufferedImage of(FloatTensor generated, FloatTensor real, Optional<Truth> truth, Optional<Players> players) {
        return new Densities(real, truth).draw(generated, real, truth, players);
    }

    private BufferedImage draw(
            FloatTensor generated, FloatTensor real, Optional<Truth> truth, Optional<Players> players) {
        BufferedImage image =
                new BufferedImage(LEFT + WIDTH + LEFT / 2, TOP + HEIGHT + BELOW, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = Ink.on(image);
        frame(graphics);
        Legend.draw(graphics, LEFT, TOP - 9);
        players.ifPresent(known -> Legend.entry(graphics, LEFT + 190, TOP - 9, Ink.OPINION, "D(x), from 0 to 1"));
        graphics.clipRect(LEFT, TOP, WIDTH, HEIGHT + 1);
        Path2D realSteps = steps(histogram(real));
        graphics.setColor(Ink.faded(Ink.REAL, 110));
        graphics.fill(realSteps);
        Path2D generatedSteps = steps(histogram(generated));
        graphics.setColor(Ink.faded(Ink.GENERATED, 70));
        graphics.fill(generatedSteps);
        graphics.setColor(Ink.GENERATED);
        graphics.setStroke(new BasicStroke(1.6f));
        graphics.draw(generatedSteps);
        players.ifPresent(known -> opinion(graphics, known.seen(real.shape().example(), pixels())));
        truth.ifPresent(known -> drawCurve(graphics, curve(known)));
        graphics.dispose();
        return image;
    }

    private void frame(Graphics2D graphics) {
        for (int quarter = 0; quarter <= 4; quarter++) {
            double across = x.low() + (x.high() - x.low()) * quarter / 4;
            graphics.setColor(Ink.LINES);
            graphics.draw(new Rectangle2D.Double(x.pixel(across), TOP, 0, HEIGHT));
            Ink.textAround(graphics, Axis.label(across), (float) x.pixel(across), TOP + HEIGHT + 16, 11);
        }
        graphics.setColor(Ink.LINES);
        graphics.draw(new Rectangle2D.Double(LEFT, TOP, WIDTH, HEIGHT));
        Ink.textBefore(graphics, Axis.label(y.high()), LEFT - 6, TOP + 8, 11);
        Ink.textBefore(graphics, "0", LEFT - 6, TOP + HEIGHT, 11);
    }

    /** Share of all numbers, also of those off the axis, over the width of a bin. */
    private double[] histogram(FloatTensor numbers) {
        double[] density = new double[BINS];
        double width = (x.high() - x.low()) / BINS;
        for (double number : doubles(numbers)) {
            if (x.holds(number)) {
                int bin = Math.min(BINS - 1, (int) ((number - x.low()) / width));
                density[bin] += 1 / (width * numbers.count());
            }
        }
        return density;
    }

    /** p_data at every pixel of the axis. */
    private double[] curve(Truth truth) {
        return Arrays.stream(pixels())
                .map(value -> Math.exp(truth.logDensity(new double[] {value})))
                .toArray();
    }

    /** The number that each pixel of the axis stands for. */
    private double[] pixels() {
        return IntStream.rangeClosed(0, WIDTH)
                .mapToDouble(i -> x.low() + (x.high() - x.low()) * i / WIDTH)
                .toArray();
    }

    private static void opinion(Graphics2D graphics, double[] seen) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < seen.length; i++) {
            double height = TOP + HEIGHT * (1 - seen[i]);
            if (i == 0) {
                path.moveTo(LEFT, height);
            } else {
                path.lineTo(LEFT + i, height);
            }
        }
        graphics.setColor(Ink.OPINION);
        graphics.setStroke(new BasicStroke(1.6f));
        graphics.draw(path);
    }

    private Path2D steps(double[] density) {
        Path2D path = new Path2D.Double();
        path.moveTo(x.from(), y.pixel(0));
        for (int bin = 0; bin < BINS; bin++) {
            double height = y.pixel(density[bin]);
            path.lineTo(x.from() + (double) WIDTH * bin / BINS, height);
            path.lineTo(x.from() + (double) WIDTH * (bin + 1) / BINS, height);
        }
        path.lineTo(x.to(), y.pixel(0));
        return path;
    }

    private void drawCurve(Graphics2D graphics, double[] curve) {
        Path2D path = new Path2D.Double();
        path.moveTo(x.from(), y.pixel(curve[0]));
        for (int i = 1; i < curve.length; i++) {
            path.lineTo(x.from() + i, y.pixel(curve[i]));
        }
        graphics.setColor(Ink.TRUTH);
        graphics.setStroke(
                new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0));
        graphics.draw(path);
    }

    private static double[] doubles(FloatTensor numbers) {
        return IntStream.range(0, numbers.values().length)
                .mapToDouble(i -> numbers.values()[i])
                .toArray();
    }
}
