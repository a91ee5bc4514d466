package com.example.data;

import java.util.List;
import java.util.Map;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** √(mean squared distance of the samples from their mean): 0 where the generator gives one point whatever z. */
@About("how far samples lie from their mean; 0 is a collapsed generator")
public record Spread(
        @Param(value = "1000", min = 2, doc = "generated examples")
        int samples) implements Metric {
    private static final int STANDARD = 1000;

    @Override
    public List<MetricInfo> info() {
        return List.of(new MetricInfo(
                "eval/spread",
                "Spread",
                "How far the samples lie from their mean: 0 where the generator gives one point whatever z.",
                "",
                MetricInfo.Aim.NEITHER,
                false));
    }

    @Override
    public List<Measurement> measure(Subject subject) {
        FloatTensor drawn = subject.sample(samples, "spread");
        double[] mean = new double[drawn.width()];
        double squares = 0;
        for (int i = 0; i < drawn.values().length; i++) {
            double value = drawn.values()[i];
            mean[i % mean.length] += value / samples;
            squares += value * value / samples;
        }
        for (double m : mean) {
            squares -= m * m;
        }
        double spread = Math.sqrt(Math.max(0, squares));
        return List.of(new Measurement("eval/spread", spread, Double.NaN, samples, "none", Map.of())
                .under(samples == STANDARD ? "" : "n" + samples));
    }
}
