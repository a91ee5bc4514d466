package org.gan4j.experiments.settings.record;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.experiments.settings.keys.Keys;
import org.gan4j.experiments.store.Json;

/** An experiment as a YAML file that resolves to the same experiment again, whatever becomes of its recipe. */
public final class ExperimentYaml {
    /** The values that need no quotes: YAML and the grammar of settings both read it as it stands. */
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?i:null)(?:$|[,\\]]))-?[A-Za-z0-9][A-Za-z0-9_./:+$-]*(?<!:)");

    private static final Pattern PLAIN_LIST = Pattern.compile("\\[(" + PLAIN + "(," + PLAIN + ")*)?]");

    private ExperimentYaml() {}

    /** The file's text: name, parts each with its parameters, and the numbers, in the order of {@link Keys}. */
    public static String of(Experiment experiment) {
        SortedMap<String, String> left = new TreeMap<>(experiment.settings());
        List<String> lines = new ArrayList<>();
        lines.add("# experiment " + experiment.hash());
        lines.add("name: " + value(experiment.name()));
        boolean part = true;
        for (Keys.Key key : Keys.all()) {
            if (part) {
                lines.add("");
            }
            part = Keys.isPart(key.name());
            take(key.name(), part, left).forEach((name, text) -> lines.add(name + ": " + value(text)));
        }
        return String.join("\n", lines) + "\n";
    }

    /** The settings of a key and, for a part, of all that nests under it. */
    private static SortedMap<String, String> take(String key, boolean part, SortedMap<String, String> settings) {
        SortedMap<String, String> taken = new TreeMap<>();
        settings.forEach((name, text) -> {
            if (name.equals(key) || (part && name.startsWith(key + "."))) {
                taken.put(name, text);
            }
        });
        settings.keySet().removeAll(taken.keySet());
        return taken;
    }

    /** Settings are texts in the grammar that a command line uses too, so only YAML's own syntax is left to protect. */
    private static String value(String text) {
        boolean plain =
                PLAIN.matcher(text).matches() || PLAIN_LIST.matcher(text).matches();
        return plain ? text : Json.compact(text);
    }
}
