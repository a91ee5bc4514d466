package org.gan4j.experiments.reproduce.theory.response;

import org.gan4j.api.train.Player;
import org.gan4j.experiments.compare.statistics.Interval;
import org.gan4j.experiments.reproduce.ResultText;

/**
 * The gain of a player in V by learning against the other as it stands: D raises V, G lowers it.
 *
 * @param from {@code where it stands} or {@code scratch}
 * @param gain mean over repetitions, in nats
 * @param low  lower end of the 95 % interval; NaN below three repetitions
 * @param high upper end
 * @param n    number of repetitions
 */
public record GainRow(Player player, String from, double gain, double low, double high, int n) {
    /** @param gains one a repetition */
    static GainRow of(Player player, String from, double[] gains) {
        Interval interval = Interval.of(gains);
        return new GainRow(player, from, interval.mean(), interval.low(), interval.high(), interval.n());
    }

    void describe(ResultText text) {
        String range = Double.isNaN(low) ? "none: n = " + n : ResultText.number("%.4f … %.4f", low, high);
        text.format("  %-14s from %-16s %8.4f  %s", player, from, gain, range);
    }
}
