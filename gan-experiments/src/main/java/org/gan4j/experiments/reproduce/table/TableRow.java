package org.gan4j.experiments.reproduce.table;

import org.gan4j.api.metric.Measurement;

/**
 * A line of the table.
 *
 * @param model     what was measured
 * @param source    {@code the paper}, {@code ours} or {@code control}
 * @param value     mean log-likelihood in nats
 * @param plusMinus NaN where there is none
 * @param kind      of the ±
 * @param sigma     width of the window; NaN where it is not known, or differs between seeds
 * @param sigmaAtEdge whether the window's width was the first or last that was tried
 */
public record TableRow(
        String model, String source, double value, double plusMinus, Kind kind, double sigma, boolean sigmaAtEdge) {
    /** The meaning of a ±, which is not the same in all rows. */
    public enum Kind {
        IMAGES("standard error over test images"),
        FOLDS("standard error over folds"),
        SEEDS("standard deviation over seeds"),
        NONE("");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A measurement with its own standard error. */
    static TableRow of(String model, String source, Measurement measurement) {
        return new TableRow(
                model,
                source,
                measurement.value(),
                measurement.standardError(),
                Kind.IMAGES,
                measurement.findings().getOrDefault("sigma", Double.NaN),
                measurement.findings().getOrDefault("sigmaAtEdge", 0.0) == 1);
    }
}
