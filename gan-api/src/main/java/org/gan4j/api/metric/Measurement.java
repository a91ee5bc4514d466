package org.gan4j.api.metric;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * One number with its protocol: two measurements may be compared only where name, departure, number of samples, split and settings
 * agree.
 *
 * @param name          as its metric {@linkplain MetricInfo declares} it: begins with {@code eval/}, as {@code eval/parzen}
 * @param departure how the protocol differs from the standard one, such as {@code n1000}; empty for the standard
 * protocol
 * @param value         the number
 * @param standardError of the value, or NaN where the protocol has none
 * @param samples       how many generated examples it was computed from
 * @param split         the data it was computed on, such as {@code test} or {@code truth}
 * @param settings further settings of the protocol, such as the number of cells
 * @param findings further results, which may differ under one protocol, such as the chosen sigma; the mean value of a
 * perfect sampler at the same number of samples is called {@link #PERFECT}
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
    /** The name of the finding that holds the value of a perfect sampler, which draws from the data itself. */
    public static final String PERFECT = "perfect";

    /** The prefix of the names of measurements. */
    public static final String EVALUATION = "eval/";

    /** Returns whether a value says how good samples are, rather than how training went. */
    public static boolean isEvaluation(String name) {
        return name.startsWith(EVALUATION);
    }

    public Measurement {
        // Records of earlier versions lack it: their names carry the departure.
        departure = departure == null ? "" : departure;
        settings = Map.copyOf(settings);
        findings = Map.copyOf(findings);
    }

    /** Creates a measurement under the standard protocol. */
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

    /** Creates a measurement under the standard protocol, without findings. */
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

    /**
     * Returns whether this measures the metric of a name, under any protocol. Records of earlier versions have the
     * protocol in the name.
     */
    public boolean isOf(String metric) {
        return name.equals(metric) || departure.isEmpty() && name.startsWith(metric + "-");
    }

    /** Returns the value of a perfect sampler under the same protocol, if it is known. */
    public OptionalDouble perfect() {
        Double perfect = findings.get(PERFECT);
        return perfect == null ? OptionalDouble.empty() : OptionalDouble.of(perfect);
    }

    /** Returns settings and findings, sorted, as they are shown beside the value. */
    public Map<String, Double> details() {
        Map<String, Double> details = new TreeMap<>(settings);
        details.putAll(findings);
        return details;
    }
}
