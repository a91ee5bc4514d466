package org.gan4j.experiments.compare.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.problem.Problems;
import org.gan4j.experiments.settings.overlay.SettingChoices;
import org.gan4j.experiments.settings.overlay.SettingText;

/**
 * The tuning that a command line asks for.
 *
 * @param rates the learning rates that each arm tries; empty if nothing is tuned
 * @param seeds the seeds that each is tried with; empty for the default
 * @param metric the metric that each is judged by; empty for the default
 * @param goal {@code lowest} or {@code highest}; empty if the metric declares it
 * @param key    the setting that is such a rate; empty for the only one that the optimizer has
 * @param rest   the arguments that describe the comparison
 */
public record TuningRequest(
        List<String> rates, List<Long> seeds, String metric, String goal, String key, List<String> rest) {
    private static final String PREFIX = "tune.";
    private static final List<String> KEYS = List.of("tune.rate", "tune.seeds", "tune.metric", "tune.goal", "tune.key");
    private static final List<String> GOALS = List.of(RateChoice.LOWEST, RateChoice.HIGHEST);

    /**
     * Separates the tuning settings from a command line's other arguments.
     *
     * @throws InvalidInput with all mistakes in them
     */
    public static TuningRequest of(List<String> arguments) {
        Problems problems = new Problems();
        Map<String, List<String>> given = new TreeMap<>();
        List<String> rest = new ArrayList<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 0 || !argument.startsWith(PREFIX)) {
                rest.add(argument);
                continue;
            }
            String key = argument.substring(0, equals);
            if (!KEYS.contains(key)) {
                problems.add(argument, "unknown key '" + key + "', " + Nearest.hint(key, KEYS));
            } else {
                given.put(key, values(key, argument.substring(equals + 1), argument, problems));
            }
        }
        TuningRequest request = new TuningRequest(
                given.getOrDefault("tune.rate", List.of()),
                seeds(given.getOrDefault("tune.seeds", List.of()), problems),
                one(given, "tune.metric", problems),
                one(given, "tune.goal", problems),
                one(given, "tune.key", problems),
                rest);
        request.check(given, problems);
        problems.throwIfAny();
        return request;
    }

    private void check(Map<String, List<String>> given, Problems problems) {
        if (!given.isEmpty() && rates.size() < 2) {
            problems.add("tune.rate", "several rates are to be tried, as in tune.rate=0.0002,0.0005,0.001");
        }
        rates.stream()
                .filter(rate -> !(number(rate) > 0))
                .forEach(rate -> problems.add("tune.rate", "'" + rate + "' is not a positive number"));
        if (!goal.isEmpty() && !GOALS.contains(goal)) {
            problems.add("tune.goal=" + goal, "takes " + String.join(" or ", GOALS));
        }
    }

    /** Parses a number; returns NaN for any other text. */
    static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static List<String> values(String key, String text, String where, Problems problems) {
        return SettingChoices.parse(key, text, where, problems).options().stream()
                .map(SettingText::of)
                .toList();
    }

    private static List<Long> seeds(List<String> texts, Problems problems) {
        List<Long> seeds = new ArrayList<>();
        for (String text : texts) {
            try {
                seeds.add(Long.parseLong(text));
            } catch (NumberFormatException e) {
                problems.add("tune.seeds", "'" + text + "' is not a whole number");
            }
        }
        return seeds;
    }

    private static String one(Map<String, List<String>> given, String key, Problems problems) {
        List<String> values = given.getOrDefault(key, List.of(""));
        if (values.size() > 1) {
            problems.add(key, "takes one value, not " + values.size());
        }
        return values.get(0);
    }

    /** Returns whether nothing is to be tuned. */
    public boolean isNone() {
        return rates.isEmpty();
    }

    /**
     * Returns the seeds to try with; by default three that the comparison does not use.
     *
     * @throws InvalidInput if one is among the comparison's
     */
    List<Long> seeds(List<Long> comparison) {
        List<Long> shared = seeds.stream().filter(comparison::contains).toList();
        if (!shared.isEmpty()) {
            throw new InvalidInput(
                    "tune.seeds",
                    "rates are chosen with seeds that the comparison lacks, since a choice fits the seeds it was made"
                            + " with; "
                            + shared + " are in both");
        }
        return seeds.isEmpty()
                ? LongStream.iterate(1001, seed -> seed + 1)
                        .boxed()
                        .filter(seed -> !comparison.contains(seed))
                        .limit(3)
                        .toList()
                : seeds;
    }
}
