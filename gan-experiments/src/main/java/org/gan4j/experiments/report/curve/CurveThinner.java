package org.gan4j.experiments.report.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.experiments.report.page.NumberText;
import org.gan4j.experiments.store.MetricSeries;

/**
 * Makes long series short without losing a spike: steps fall into {@link #BUCKETS} equal ranges, and of each range the least and
 * the greatest value stay.
 */
final class CurveThinner {
    static final int BUCKETS = 300;

    /** Points of a curve; low and high are empty for a line. */
    record Points(List<Long> x, List<Double> y, List<Double> low, List<Double> high) {
        Points() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        private void add(long step, double value) {
            x.add(step);
            y.add(NumberText.shortened(value));
        }

        private void add(long step, Spread spread) {
            add(step, spread.mean());
            low.add(NumberText.shortened(spread.low));
            high.add(NumberText.shortened(spread.high));
        }
    }

    /** The spread of the finite values seen. */
    private static final class Spread {
        private double sum;
        private int n;
        private double low = Double.NaN;
        private double high = Double.NaN;

        void add(double value) {
            if (Double.isFinite(value)) {
                sum += value;
                n++;
                low = n == 1 ? value : Math.min(low, value);
                high = n == 1 ? value : Math.max(high, value);
            }
        }

        void add(Spread other) {
            if (other.n > 0) {
                sum += other.mean();
                n++;
                low = n == 1 ? other.low : Math.min(low, other.low);
                high = n == 1 ? other.high : Math.max(high, other.high);
            }
        }

        double mean() {
            return n == 0 ? Double.NaN : sum / n;
        }
    }

    private CurveThinner() {}

    static Points line(MetricSeries series) {
        Points points = new Points();
        long[] steps = series.steps();
        int from = 0;
        while (from < series.size()) {
            int to = from + 1;
            while (to < series.size() && bucket(steps, steps[to]) == bucket(steps, steps[from])) {
                to++;
            }
            addExtremes(points, series, from, to);
            from = to;
        }
        return points;
    }

    /** Returns, at each step, the mean, least and greatest over the runs that have a finite value there. */
    static Points band(List<MetricSeries> runs) {
        TreeMap<Long, Spread> bySteps = new TreeMap<>();
        for (MetricSeries run : runs) {
            for (int i = 0; i < run.size(); i++) {
                bySteps.computeIfAbsent(run.steps()[i], step -> new Spread()).add(run.values()[i]);
            }
        }
        long[] steps = bySteps.keySet().stream().mapToLong(Long::longValue).toArray();
        Points points = new Points();
        Spread current = new Spread();
        for (Map.Entry<Long, Spread> entry : bySteps.entrySet()) {
            current.add(entry.getValue());
            Long next = bySteps.higherKey(entry.getKey());
            if (next == null || bucket(steps, next) != bucket(steps, entry.getKey())) {
                points.add(entry.getKey(), current);
                current = new Spread();
            }
        }
        return points;
    }

    /** Each step is its own bucket while there are few. */
    private static long bucket(long[] steps, long step) {
        long first = steps[0];
        long last = steps[steps.length - 1];
        return steps.length <= 2 * BUCKETS ? step : Math.min(BUCKETS - 1, (step - first) * BUCKETS / (last - first));
    }

    private static void addExtremes(Points points, MetricSeries series, int from, int to) {
        int least = -1;
        int greatest = -1;
        boolean gap = false;
        for (int i = from; i < to; i++) {
            double value = series.values()[i];
            if (!Double.isFinite(value)) {
                gap = true;
            } else {
                least = least < 0 || value < series.values()[least] ? i : least;
                greatest = greatest < 0 || value > series.values()[greatest] ? i : greatest;
            }
        }
        int first = Math.min(least, greatest);
        int second = Math.max(least, greatest);
        if (first >= 0) {
            points.add(series.steps()[first], series.values()[first]);
        }
        if (second > first) {
            points.add(series.steps()[second], series.values()[second]);
        }
        if (gap) {
            addGap(points, series.steps()[to - 1]);
        }
    }

    /** A gap takes a step of its own: charts want ascending steps. */
    private static void addGap(Points points, long step) {
        int size = points.x.size();
        if (size > 0 && points.x.get(size - 1) >= step) {
            points.y.set(size - 1, Double.NaN);
        } else {
            points.add(step, Double.NaN);
        }
    }
}
