package org.gan4j.experiments.report.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gan4j.disk.WholeFile;
import org.gan4j.experiments.compare.statistics.Interval;
import org.gan4j.experiments.draw.Anchor;
import org.gan4j.experiments.draw.Axis;
import org.gan4j.experiments.draw.Palette;
import org.gan4j.experiments.draw.SvgCanvas;
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.report.page.Page;

/**
 * Values against a number: a ring for each value, a dot for their mean, a bar for its interval, and a line through the means.
 *
 * @param across  what the number is
 * @param upwards what the values are
 */
public record Plot(String across, String upwards, List<Line> lines) {
    private static final int WIDTH = 380;
    private static final int HEIGHT = 250;
    private static final double LEFT = 58;
    private static final double RIGHT = WIDTH - 16;
    private static final double TOP = 26;
    private static final double FLOOR = 208;
    private static final double INSET = 14;
    private static final double MARGIN = 0.08;
    private static final double LETTER = 6;
    private static final int LEVELS = 4;

    /** All values that were measured at one number; those that are not finite do not belong in here. */
    public record Point(double x, double[] values) {
        Interval interval() {
            return Interval.of(values);
        }
    }

    /** Points in order. */
    public record Line(String name, int color, List<Point> points) {}

    private Axis x() {
        return Axis.spanning(xs().toArray()).over(LEFT + INSET, RIGHT - INSET);
    }

    private DoubleStream xs() {
        return lines.stream().flatMap(line -> line.points.stream()).mapToDouble(Point::x);
    }

    private Axis y() {
        DoubleStream all = lines.stream()
                .flatMap(line -> line.points.stream())
                .flatMapToDouble(point -> DoubleStream.concat(
                        DoubleStream.of(point.values),
                        DoubleStream.of(point.interval().low(), point.interval().high())));
        return Axis.of(all, MARGIN, 0.5).over(FLOOR, TOP);
    }

    SvgCanvas draw() {
        SvgCanvas svg = new SvgCanvas("plot", WIDTH, HEIGHT, upwards + " against " + across);
        Axis x = x();
        Axis y = y();
        levels(svg, y);
        names(svg, x);
        svg.text((LEFT + RIGHT) / 2, HEIGHT - 6, Anchor.MIDDLE, across + (x.logarithmic() ? " (logarithmic)" : ""));
        svg.upwards(11, (TOP + FLOOR) / 2, upwards);
        for (int i = 0; i < lines.size(); i++) {
            draw(svg, x, y, lines.get(i), i);
        }
        return svg;
    }

    /** Writes the drawing as a file that opens anywhere. */
    public Path write(Path file) {
        return WholeFile.write(file, draw().document(Palette.lightCss() + Page.resource("plot.css")));
    }

    /** Writes as many of the numbers as have room side by side. */
    private void names(SvgCanvas svg, Axis x) {
        double free = Double.NEGATIVE_INFINITY;
        for (double number : xs().distinct().sorted().toArray()) {
            String name = NumberText.text(number);
            double half = name.length() * LETTER / 2;
            if (x.pixel(number) - half > free) {
                svg.text(x.pixel(number), FLOOR + 16, Anchor.MIDDLE, name);
                free = x.pixel(number) + half + LETTER;
            }
        }
    }

    private static void levels(SvgCanvas svg, Axis y) {
        for (double level : y.multiples(y.step(LEVELS))) {
            svg.line("level", LEFT, y.pixel(level), RIGHT, y.pixel(level));
            svg.text(LEFT - 6, y.pixel(level) + 4, Anchor.END, NumberText.text(level));
        }
    }

    private void draw(SvgCanvas svg, Axis x, Axis y, Line line, int number) {
        String color = " c" + line.color;
        StringBuilder means = new StringBuilder();
        for (Point point : line.points) {
            Interval interval = point.interval();
            double at = x.pixel(point.x);
            for (double value : point.values) {
                svg.dot("run" + color, at, y.pixel(value), 3);
            }
            if (Double.isFinite(interval.low())) {
                svg.line("range" + color, at, y.pixel(interval.low()), at, y.pixel(interval.high()));
            }
            svg.dot("mean" + color, at, y.pixel(interval.mean()), 3.5);
            means.append(means.isEmpty() ? "M" : "L").append(SvgCanvas.point(at, y.pixel(interval.mean())));
        }
        svg.path("means" + color, means.toString());
        if (lines.size() > 1) {
            double left = LEFT + number * (RIGHT - LEFT) / lines.size();
            svg.dot("mean" + color, left + 4, 11, 3.5);
            svg.text(left + 12, 15, Anchor.START, line.name);
        }
    }
}
