package org.gan4j.experiments.report.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gan4j.experiments.compare.statistics.Interval;
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.report.page.Svg;

/**
 * Values against a number: a ring for each value, a dot for their mean, a bar for its interval, and a line through the means.
 *
 * @param across  what the number is
 * @param upwards what the values are
 */
public record Plot(String across, String upwards, List<Line> lines) {
    /** What the report says of its classes, for drawings outside of it; as on paper. */
    private static final String STYLE =
            "svg{background:#fff;font-family:system-ui,sans-serif}text{fill:#5b6570;font-size:11px}"
                    + "path,circle{fill:none;stroke:var(--own);stroke-width:1.6}.level{stroke:#dde1e6;stroke-width:1}"
                    + ".mean{fill:var(--own)}.run{stroke-opacity:.55;stroke-width:1.1}"
                    + ".c0{--own:#0b6bcb}.c1{--own:#d55e00}.c2{--own:#00875f}.c3{--own:#a0449f}"
                    + ".c4{--own:#9a7400}.c5{--own:#2588a8}.c6{--own:#c2185b}.c7{--own:#5d6d7e}";

    private static final int WIDTH = 380;
    private static final int HEIGHT = 250;
    private static final double LEFT = 58;
    private static final double RIGHT = WIDTH - 16;
    private static final double TOP = 26;
    private static final double FLOOR = 208;
    private static final double DECADE = 10;
    private static final double MARGIN = 0.08;
    private static final double LETTER = 6;
    private static final int LEVELS = 4;
    private static final double[] ROUND = {1, 2, 5, 10};

    /** All values that were measured at one number; those that are not finite do not belong in here. */
    public record Point(double x, double[] values) {
        Interval interval() {
            return Interval.of(values);
        }
    }

    /** Points in order. */
    public record Line(String name, int color, List<Point> points) {}

    /** How wide the numbers spread: over more than a decade their logarithm is the axis, with 0, which has none, half a decade left. */
    boolean isLogarithmic() {
        double least = xs().filter(x -> x > 0).min().orElse(1);
        return xs().allMatch(x -> x >= 0) && xs().max().orElse(1) > DECADE * least;
    }

    private DoubleStream xs() {
        return lines.stream().flatMap(line -> line.points.stream()).mapToDouble(Point::x);
    }

    /** Where a number lies between the least, 0, and the greatest, 1. */
    double place(double x) {
        double from = scaled(xs().min().orElse(0));
        double to = scaled(xs().max().orElse(1));
        return to > from ? (scaled(x) - from) / (to - from) : 0.5;
    }

    private double scaled(double x) {
        if (!isLogarithmic()) {
            return x;
        }
        return x > 0
                ? Math.log10(x)
                : Math.log10(xs().filter(other -> other > 0).min().orElse(1)) - 0.5;
    }

    Svg draw() {
        Svg svg = new Svg("plot", WIDTH, HEIGHT, upwards + " against " + across);
        double[] all = lines.stream()
                .flatMap(line -> line.points.stream())
                .flatMapToDouble(point -> DoubleStream.concat(
                        DoubleStream.of(point.values),
                        DoubleStream.of(point.interval().low(), point.interval().high())))
                .filter(Double::isFinite)
                .toArray();
        double least = DoubleStream.of(all).min().orElse(0);
        double most = DoubleStream.of(all).max().orElse(1);
        double margin = most > least ? MARGIN * (most - least) : 0.5;
        Scale scale = new Scale(least - margin, most + margin);
        levels(svg, scale);
        names(svg);
        svg.text((LEFT + RIGHT) / 2, HEIGHT - 6, "middle", across + (isLogarithmic() ? " (logarithmic)" : ""));
        svg.upwards(11, (TOP + FLOOR) / 2, upwards);
        for (int i = 0; i < lines.size(); i++) {
            draw(svg, scale, lines.get(i), i);
        }
        return svg;
    }

    /** Writes the drawing as a file that opens anywhere. */
    public Path write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, draw().document(STYLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double x(double value) {
        double inset = 14;
        return LEFT + inset + place(value) * (RIGHT - LEFT - 2 * inset);
    }

    /** As many of the numbers as have room side by side. */
    private void names(Svg svg) {
        double free = Double.NEGATIVE_INFINITY;
        for (double x : xs().distinct().sorted().toArray()) {
            String name = NumberText.text(x);
            double half = name.length() * LETTER / 2;
            if (x(x) - half > free) {
                svg.text(x(x), FLOOR + 16, "middle", name);
                free = x(x) + half + LETTER;
            }
        }
    }

    private record Scale(double low, double high) {
        double y(double value) {
            return FLOOR - (value - low) / (high - low) * (FLOOR - TOP);
        }
    }

    private static void levels(Svg svg, Scale scale) {
        double step = round((scale.high - scale.low) / LEVELS);
        for (double level = Math.ceil(scale.low / step); level * step <= scale.high; level++) {
            svg.line("level", LEFT, scale.y(level * step), RIGHT, scale.y(level * step));
            svg.text(LEFT - 6, scale.y(level * step) + 4, "end", NumberText.text(level * step));
        }
    }

    /** The next 1, 2 or 5 with zeros. */
    private static double round(double step) {
        double power = Math.pow(10, Math.floor(Math.log10(step)));
        for (double factor : ROUND) {
            if (factor * power >= step) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private void draw(Svg svg, Scale scale, Line line, int number) {
        String color = " c" + line.color;
        StringBuilder means = new StringBuilder();
        for (Point point : line.points) {
            Interval interval = point.interval();
            double x = x(point.x);
            for (double value : point.values) {
                svg.dot("run" + color, x, scale.y(value), 3);
            }
            if (Double.isFinite(interval.low())) {
                svg.line("range" + color, x, scale.y(interval.low()), x, scale.y(interval.high()));
            }
            svg.dot("mean" + color, x, scale.y(interval.mean()), 3.5);
            means.append(means.isEmpty() ? "M" : "L").append(Svg.point(x, scale.y(interval.mean())));
        }
        svg.path("means" + color, means.toString());
        if (lines.size() > 1) {
            double at = LEFT + number * (RIGHT - LEFT) / lines.size();
            svg.dot("mean" + color, at + 4, 11, 3.5);
            svg.text(at + 12, 15, "start", line.name);
        }
    }
}
