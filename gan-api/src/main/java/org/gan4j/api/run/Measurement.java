package org.gan4j.api.run;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * One number with its protocol: two measurements may be compared only where name, departure, number of samples, split and settings
 * agree.
 *
 * @param name          as its metric {@linkplain MetricInfo declares} it: begins with {@code eval/}, as {@code eval/parzen}
 * @param departure     what of the protocol is not the standard one, such as {@code n1000}; empty for the standard protocol
 * @param value         the number
 * @param standardError of the value, or NaN where the protocol has none
 * @param samples       how many generated examples it was computed from
 * @param split         the data it was computed on, such as {@code test} or {@code truth}
 * @param settings      what else belongs to the protocol, such as the number of cells
 * @param findings      what was found on the way and may differ under one protocol, such as the chosen sigma; what a perfect
 *                      sampler gets on average at the same number of samples is called {@link #PERFECT}
 */
public record Measurement(
        String name,
        String departure,
        double value,
        double standardError,
        int samples,
        String split,
        Map<String, Double> settings,
        Map<String, Double> findings) {
    /** The finding that says what draws of the data itself would get. */
    public static final String PERFECT = "perfect";

    /** What the names of measurements begin with. */
    public static final String EVALUATION = "eval/";

    /** Whether a value says how good samples are, rather than how training went. */
    public static boolean isEvaluation(String name) {
        return name.startsWith(EVALUATION);
    }

    public Measurement {
        // Records of earlier versions lack it: their names carry the departure.
        departure = departure == null ? "" : departure;
        settings = Map.copyOf(settings);
        findings = Map.copyOf(findings);
    }

    /** A measurement under the standard protocol. */
    public Measurement(
            String name,
            double value,
            double standardError,
            int samples,
            String split,
            Map<String, Double> settings,
            Map<String, Double> findings) {
        this(name, "", value, standardError, samples, split, settings, findings);
    }

    /** A measurement under the standard protocol, on whose way nothing else was found. */
    public Measurement(
            String name, double value, double standardError, int samples, String split, Map<String, Double> settings) {
        this(name, value, standardError, samples, split, settings, Map.of());
    }

    /** Returns the same measurement under a protocol that departs from the standard one. */
    public Measurement under(String otherProtocol) {
        return new Measurement(name, otherProtocol, value, standardError, samples, split, settings, findings);
    }

    /** Returns the name under which the value stands where there is no room for a protocol: {@code eval/parzen-n1000}. */
    public String key() {
        return departure.isEmpty() ? name : name + "-" + departure;
    }

    /** Whether this measures the metric of a name, under whatever protocol; records of earlier versions name the protocol there. */
    public boolean isOf(String metric) {
        return name.equals(metric) || departure.isEmpty() && name.startsWith(metric + "-");
    }

    /** What a perfect sampler gets under the same protocol, where that is known. */
    public OptionalDouble perfect() {
        Double perfect = findings.get(PERFECT);
        return perfect == null ? OptionalDouble.empty() : OptionalDouble.of(perfect);
    }

    /** Settings and findings, sorted, as they are shown beside the value. */
    public Map<String, Double> details() {
        Map<String, Double> details = new TreeMap<>(settings);
        details.putAll(findings);
        return details;
    }
}
