package org.gan4j.experiments.report.learn;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.gan4j.experiments.draw.Anchor;
import org.gan4j.experiments.draw.Axis;
import org.gan4j.experiments.draw.Palette;
import org.gan4j.experiments.draw.SvgCanvas;
import org.gan4j.experiments.report.page.Html;
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.store.game.LogitHistogram;
import org.gan4j.experiments.store.game.LossSlopes;

/**
 * A figure of how steep the generator's losses are where a run's fakes lie: curves of the slope, and under them the fakes of the last evaluation,
 * filled, and of the first, as an outline, each scaled to the available height. Once along D's logit a, and once, the same bars, along
 * D = σ(a).
 *
 * @param slopes a curve each
 * @param first  the logits of the first evaluation
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

    static LossSlopeFigure of(List<LossSlopes> slopes, SortedMap<Long, LogitHistogram> evaluations) {
        return new LossSlopeFigure(
                slopes,
                Objects.requireNonNull(evaluations.get(evaluations.firstKey())),
                Objects.requireNonNull(evaluations.get(evaluations.lastKey())));
    }

    /**
     * The frame that both drawings share.
     *
     * @param place where a logit lies on the horizontal axis
     * @param logit what lies at a place
     * @param slope the height of a curve at a logit
     */
    private record Frame(
            Axis x,
            Axis y,
            DoubleUnaryOperator place,
            DoubleUnaryOperator logit,
            ToDoubleBiFunction<LossSlopes, Double> slope) {
        double xOf(double logitOfFake) {
            return x.pixel(place.applyAsDouble(logitOfFake));
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
        Frame frame = new Frame(across(from, to), upwards(low, high), a -> a, a -> a, LossSlopes::at);
        return draw(frame, step, "dL_G/da", "logit a of D on a fake");
    }

    Html byProbability() {
        Frame frame = new Frame(
                across(0, 1),
                upwards(-STEEPEST_BY_PROBABILITY, 0),
                LossSlopes::probability,
                d -> Math.log(d / (1 - d)),
                LossSlopes::byProbability);
        return draw(frame, 0.25, "dL_G/dD", "D = σ(a) on a fake");
    }

    private static Axis across(double low, double high) {
        return new Axis(low, high, LEFT, RIGHT);
    }

    private static Axis upwards(double low, double high) {
        return new Axis(low, high, FLOOR, TOP);
    }

    private Html draw(Frame frame, double tick, String slopeOf, String along) {
        SvgCanvas svg = new SvgCanvas(
                "saturation", WIDTH, HEIGHT, slopeOf + " of the generator’s losses, and the fakes, by " + along);
        levels(svg, frame.y);
        for (int i = 0; i < slopes.size(); i++) {
            svg.path("curve c" + Palette.series(i), curve(frame, slopes.get(i)));
        }
        bars(svg, frame);
        for (double at : frame.x.multiples(tick)) {
            svg.text(frame.x.pixel(at), BARS_FLOOR + 14, Anchor.MIDDLE, NumberText.text(at));
        }
        svg.text((LEFT + RIGHT) / 2, HEIGHT - 4, Anchor.MIDDLE, along);
        svg.upwards(11, (TOP + FLOOR) / 2, slopeOf);
        svg.upwards(11, (BARS_TOP + BARS_FLOOR) / 2, "fakes");
        return new Html(svg.markup());
    }

    private static void levels(SvgCanvas svg, Axis y) {
        double extent = y.high() - y.low();
        for (double level : y.multiples(extent > 4 ? 2 : extent > 2 ? 1 : 0.5)) {
            svg.line("level", LEFT, y.pixel(level), RIGHT, y.pixel(level));
            svg.text(LEFT - 5, y.pixel(level) + 4, Anchor.END, NumberText.text(level));
        }
        svg.line("level", LEFT, BARS_FLOOR, RIGHT, BARS_FLOOR);
    }

    /** The steps of a curve; it ends where it leaves the picture, or the logits of which slopes are known. */
    private static String curve(Frame frame, LossSlopes slopes) {
        StringBuilder path = new StringBuilder();
        boolean drawn = false;
        for (int i = 0; i <= POINTS; i++) {
            double at = frame.x.low() + (frame.x.high() - frame.x.low()) * i / POINTS;
            double a = frame.logit.applyAsDouble(at);
            double value = frame.slope.applyAsDouble(slopes, a);
            boolean inside = Math.abs(a) <= LogitHistogram.REACH && frame.y.holds(value);
            if (inside) {
                path.append(drawn ? 'L' : 'M').append(SvgCanvas.point(frame.x.pixel(at), frame.y.pixel(value)));
            }
            drawn = inside;
        }
        return path.toString();
    }

    private void bars(SvgCanvas svg, Frame frame) {
        int from = least();
        int to = greatest() + 1;
        int merged = Math.max(1, (int) Math.ceil((to - from) / (double) BARS));
        double highest = highest(last, from, to, merged);
        double highestAtFirst = highest(first, from, to, merged);
        StringBuilder outline =
                new StringBuilder("M" + SvgCanvas.point(frame.xOf(LogitHistogram.edge(from)), BARS_FLOOR));
        for (int bin = from; bin < to; bin += merged) {
            double left = frame.xOf(LogitHistogram.edge(bin));
            double right = frame.xOf(LogitHistogram.edge(Math.min(LogitHistogram.BINS, bin + merged)));
            double now = height(share(last, bin, merged), highest);
            double then = height(share(first, bin, merged), highestAtFirst);
            if (now < BARS_FLOOR) {
                svg.bar("last", left, now, Math.max(left + 1, right), BARS_FLOOR);
            }
            outline.append("L" + SvgCanvas.point(left, then) + "L" + SvgCanvas.point(right, then));
        }
        outline.append(
                "L" + SvgCanvas.point(frame.xOf(LogitHistogram.edge(Math.min(LogitHistogram.BINS, to))), BARS_FLOOR));
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
}
