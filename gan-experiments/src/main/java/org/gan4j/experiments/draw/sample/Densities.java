package org.gan4j.experiments.draw.sample;

import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Truth;
import org.gan4j.experiments.draw.Anchor;
import org.gan4j.experiments.draw.Axis;
import org.gan4j.experiments.draw.Palette;
import org.gan4j.experiments.draw.Pen;
import org.gan4j.experiments.draw.PngCanvas;

/** Histograms of real and generated numbers as densities, with p_data as a curve where it is known, and D(x) from 0 to 1. */
final class Densities {
    private static final int BINS = 64;
    private static final int WIDTH = 512;
    private static final int HEIGHT = 260;
    private static final int LEFT = 40;
    private static final int TOP = 26;
    private static final int BELOW = 24;
    /** The axis of D(x). */
    private static final Axis SHARE = new Axis(0, 1, TOP + HEIGHT, TOP);

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
        PngCanvas canvas = new PngCanvas(LEFT + WIDTH + LEFT / 2, TOP + HEIGHT + BELOW);
        frame(canvas);
        Legend.draw(canvas, LEFT, TOP - 9);
        players.ifPresent(known -> Legend.entry(canvas, LEFT + 190, TOP - 9, Palette.OPINION, opinion(known.logits())));
        canvas.inside(new Rectangle(LEFT, TOP, WIDTH, HEIGHT + 1), () -> {
            canvas.fill(Palette.faded(Palette.REAL, 110), steps(histogram(real)));
            Path2D generatedSteps = steps(histogram(generated));
            canvas.fill(Palette.faded(Palette.GENERATED, 70), generatedSteps);
            canvas.draw(Pen.sharp(Palette.GENERATED, 1.6f), generatedSteps);
            players.map(known -> known.seen(real.shape().example(), pixels()))
                    .ifPresent(seen -> canvas.draw(Pen.sharp(Palette.OPINION, 1.6f), line(seen, SHARE)));
            truth.ifPresent(known -> canvas.draw(Pen.round(Palette.INK, 1.4f, 6, 4), line(curve(known), y)));
        });
        return canvas.image();
    }

    private static String opinion(LogitMeaning logits) {
        return logits.probability() ? "D(x), from 0 to 1" : "what D takes a place for";
    }

    private void frame(PngCanvas canvas) {
        Pen pen = Pen.sharp(Palette.GRID, 1);
        for (double across : x.quarters()) {
            canvas.draw(pen, new Rectangle2D.Double(x.pixel(across), TOP, 0, HEIGHT));
            canvas.text(x.pixel(across), TOP + HEIGHT + 16, Anchor.MIDDLE, Axis.label(across), 11);
        }
        canvas.draw(pen, new Rectangle2D.Double(LEFT, TOP, WIDTH, HEIGHT));
        canvas.text(LEFT - 6, TOP + 8, Anchor.END, Axis.label(y.high()), 11);
        canvas.text(LEFT - 6, TOP + HEIGHT, Anchor.END, "0", 11);
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

    /** A curve with a value at each pixel of the axis. */
    private static Path2D line(double[] values, Axis upwards) {
        Path2D path = new Path2D.Double();
        path.moveTo(LEFT, upwards.pixel(values[0]));
        for (int i = 1; i < values.length; i++) {
            path.lineTo(LEFT + i, upwards.pixel(values[i]));
        }
        return path;
    }

    private static double[] doubles(FloatTensor numbers) {
        return IntStream.range(0, numbers.values().length)
                .mapToDouble(i -> numbers.values()[i])
                .toArray();
    }
}
