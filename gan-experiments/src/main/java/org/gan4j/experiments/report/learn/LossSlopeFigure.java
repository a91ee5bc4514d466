package org.gan4j.experiments.report.learn;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.SortedMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.gan4j.experiments.report.curve.ArmCurves;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.Svg;
import org.gan4j.experiments.store.game.LogitHistogram;
import org.gan4j.experiments.store.game.LossSlopes;

/**
 * How steep the generator's losses are where a run's fakes lie: curves of the slope, and under them the fakes of the last look,
 * filled, and of the first, as an outline, each as high as there is room. Once along D's logit a, and once, the same bars, along
 * D = σ(a).
 *
 * @param slopes a curve each
 * @param first  the logits of the first look
 * @param last   those of the last
 */
record LossSlopeFigure(List<LossSlopes> slopes, LogitHistogram first, LogitHistogram last) {
    private static final int WIDTH = 380;
    private static final int HEIGHT = 262;
    private static final double LEFT = 50;
    private static final double RIGHT = WIDTH - 8;
    private static final double TOP = 10;
    private static final double FLOOR = 160;
    private static final double BARS_TOP = 172;
    private static final double BARS_FLOOR = 228;

    /** The logits that are shown at least; here minimax's curve has its whole bend. */
    private static final double SHOWN = 6;
    /** Slopes beyond these are cut off. */
    private static final double STEEPEST_BY_LOGIT = 3;

    private static final double STEEPEST_BY_PROBABILITY = 6;
    private static final int BARS = 48;
    private static final int POINTS = 200;

    static LossSlopeFigure of(List<LossSlopes> slopes, SortedMap<Long, LogitHistogram> looks) {
        return new LossSlopeFigure(slopes, looks.get(looks.firstKey()), looks.get(looks.lastKey()));
    }

    /**
     * Both axes.
     *
     * @param place where a logit lies on the horizontal one
     * @param logit what lies at a place
     */
    private record Scale(
            double from, double to, double low, double high, DoubleUnaryOperator place, DoubleUnaryOperator logit) {
        double x(double at) {
            return LEFT + (at - from) / (to - from) * (RIGHT - LEFT);
        }

        double xOf(double logitOfFake) {
            return x(place.applyAsDouble(logitOfFake));
        }

        double y(double slope) {
            return FLOOR - (slope - low) / (high - low) * (FLOOR - TOP);
        }

        boolean holds(double slope) {
            return slope >= low && slope <= high;
        }
    }

    Html byLogit() {
        double from = Math.min(-SHOWN, LogitHistogram.edge(least()));
        double to = Math.max(SHOWN, LogitHistogram.edge(greatest() + 1));
        DoubleSummaryStatistics steep = slopes.stream()
                .flatMapToDouble(one -> IntStream.rangeClosed(0, LogitHistogram.BINS)
                        .mapToDouble(LogitHistogram::edge)
                        .filter(a -> a >= from && a <= to)
                        .map(one::at))
                .summaryStatistics();
        double low = Math.min(-1, Math.max(-STEEPEST_BY_LOGIT, steep.getMin()));
        double high = Math.max(0, Math.min(STEEPEST_BY_LOGIT, steep.getMax()));
        double step = to - from > 24 ? 10 : to - from > 14 ? 5 : 2;
        return draw(
                new Scale(from, to, low, high, a -> a, a -> a),
                step,
                LossSlopes::at,
                "dL_G/da",
                "logit a of D on a fake");
    }

    Html byProbability() {
        Scale scale = new Scale(0, 1, -STEEPEST_BY_PROBABILITY, 0, LossSlopes::probability, d -> Math.log(d / (1 - d)));
        return draw(scale, 0.25, LossSlopes::byProbability, "dL_G/dD", "D = σ(a) on a fake");
    }

    private Html draw(
            Scale scale, double tick, ToDoubleBiFunction<LossSlopes, Double> slope, String slopeOf, String along) {
        Svg svg = new Svg(
                "saturation", WIDTH, HEIGHT, slopeOf + " of the generator’s losses, and the fakes, by " + along);
        levels(svg, scale);
        for (int i = 0; i < slopes.size(); i++) {
            LossSlopes one = slopes.get(i);
            svg.path("curve c" + i % ArmCurves.COLORS, curve(scale, a -> slope.applyAsDouble(one, a)));
        }
        bars(svg, scale);
        for (double at = Math.ceil(scale.from / tick) * tick; at <= scale.to; at += tick) {
            svg.text(scale.x(at), BARS_FLOOR + 14, "middle", number(at));
        }
        svg.text((LEFT + RIGHT) / 2, HEIGHT - 4, "middle", along);
        svg.upwards(11, (TOP + FLOOR) / 2, slopeOf);
        svg.upwards(11, (BARS_TOP + BARS_FLOOR) / 2, "fakes");
        return svg.html();
    }

    private static void levels(Svg svg, Scale scale) {
        double step = scale.high - scale.low > 4 ? 2 : scale.high - scale.low > 2 ? 1 : 0.5;
        for (double level = Math.ceil(scale.low / step) * step; level <= scale.high; level += step) {
            svg.line("level", LEFT, scale.y(level), RIGHT, scale.y(level));
            svg.text(LEFT - 5, scale.y(level) + 4, "end", number(level));
        }
        svg.line("level", LEFT, BARS_FLOOR, RIGHT, BARS_FLOOR);
    }

    /** Where the curve leaves the picture, or the logits of which slopes are known, it ends. */
    private static String curve(Scale scale, DoubleUnaryOperator slope) {
        StringBuilder path = new StringBuilder();
        boolean drawn = false;
        for (int i = 0; i <= POINTS; i++) {
            double at = scale.from + (scale.to - scale.from) * i / POINTS;
            double a = scale.logit.applyAsDouble(at);
            double value = slope.applyAsDouble(a);
            boolean inside = Math.abs(a) <= LogitHistogram.REACH && scale.holds(value);
            if (inside) {
                path.append(drawn ? 'L' : 'M').append(Svg.point(scale.x(at), scale.y(value)));
            }
            drawn = inside;
        }
        return path.toString();
    }

    private void bars(Svg svg, Scale scale) {
        int from = least();
        int to = greatest() + 1;
        int merged = Math.max(1, (int) Math.ceil((to - from) / (double) BARS));
        double highest = highest(last, from, to, merged);
        double highestAtFirst = highest(first, from, to, merged);
        StringBuilder outline = new StringBuilder("M" + Svg.point(scale.xOf(LogitHistogram.edge(from)), BARS_FLOOR));
        for (int bin = from; bin < to; bin += merged) {
            double left = scale.xOf(LogitHistogram.edge(bin));
            double right = scale.xOf(LogitHistogram.edge(Math.min(LogitHistogram.BINS, bin + merged)));
            double now = height(share(last, bin, merged), highest);
            double then = height(share(first, bin, merged), highestAtFirst);
            if (now < BARS_FLOOR) {
                svg.bar("last", left, now, Math.max(left + 1, right), BARS_FLOOR);
            }
            outline.append("L" + Svg.point(left, then) + "L" + Svg.point(right, then));
        }
        outline.append("L" + Svg.point(scale.xOf(LogitHistogram.edge(Math.min(LogitHistogram.BINS, to))), BARS_FLOOR));
        svg.path("first", outline.toString());
    }

    private static double highest(LogitHistogram logits, int from, int to, int merged) {
        double highest = 0;
        for (int bin = from; bin < to; bin += merged) {
            highest = Math.max(highest, share(logits, bin, merged));
        }
        return highest;
    }

    private static double height(double share, double highest) {
        return BARS_FLOOR - share / highest * (BARS_FLOOR - BARS_TOP);
    }

    private static double share(LogitHistogram logits, int from, int bins) {
        int sum = IntStream.range(from, Math.min(LogitHistogram.BINS, from + bins))
                .map(bin -> logits.fake()[bin])
                .sum();
        return sum / (double) logits.fakes();
    }

    private int least() {
        return IntStream.range(0, LogitHistogram.BINS)
                .filter(this::isSeen)
                .findFirst()
                .orElse(LogitHistogram.BINS / 2);
    }

    private int greatest() {
        return IntStream.range(0, LogitHistogram.BINS)
                .filter(this::isSeen)
                .max()
                .orElse(LogitHistogram.BINS / 2);
    }

    private boolean isSeen(int bin) {
        return first.fake()[bin] + last.fake()[bin] > 0;
    }

    private static String number(double value) {
        return (value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value)).replace('-', '−');
    }
}
