package org.gan4j.experiments.reproduce.section7.inpainting;

import org.gan4j.experiments.compare.statistics.Interval;

/**
 * One way to fill the hidden half.
 *
 * @param filling    its name
 * @param error      mean squared error of a hidden value
 * @param difference from the error of the mean training image, paired by image
 * @param low        lower end of the difference's 95 % interval
 * @param high       upper end
 */
public record FillRow(String filling, double error, double difference, double low, double high) {
    static FillRow of(FillScore score, FillScore reference) {
        Interval difference = score.minus(reference);
        return new FillRow(score.name(), score.mean(), difference.mean(), difference.low(), difference.high());
    }
}
