package org.gan4j.experiments.reproduce.theory.response;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.train.Player;
import org.gan4j.experiments.compare.statistics.Interval;

/**
 * What a player gains in V by learning against the other as it stands: D raises V, G lowers it.
 *
 * @param from   {@code where it stands} or {@code scratch}
 * @param gains  of each repetition, in nats
 */
record Gain(Player player, String from, double[] gains) {
    Interval interval() {
        return Interval.of(gains);
    }

    String line() {
        Interval interval = interval();
        String range = Double.isNaN(interval.low())
                ? "none: n = " + interval.n()
                : String.format(Locale.ROOT, "%.4f … %.4f", interval.low(), interval.high());
        return String.format(Locale.ROOT, "  %-14s from %-16s %8.4f  %s", player, from, interval.mean(), range);
    }

    Map<String, Object> document() {
        Interval interval = interval();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("player", player.toString());
        document.put("from", from);
        document.put("gain", interval.mean());
        document.put("low", interval.low());
        document.put("high", interval.high());
        document.put("n", interval.n());
        return document;
    }
}
