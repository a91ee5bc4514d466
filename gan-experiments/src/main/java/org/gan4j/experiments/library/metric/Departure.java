package org.gan4j.experiments.library.metric;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what a metric's settings depart from the standard protocol in. */
public final class Departure {
    private Departure() {}

    /** Joins the departures that are not empty. */
    public static String of(String... departures) {
        return Stream.of(departures).filter(departure -> !departure.isEmpty()).collect(Collectors.joining("-"));
    }
}
