package org.gan4j.experiments.store.journal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gan4j.api.track.Observation;

/** The lines of {@code metrics.csv}, which repeats a journal's values for spreadsheets and other programs. */
final class MetricsTable {
    static final byte[] HEADER = "step,millis,name,value\n".getBytes(StandardCharsets.UTF_8);

    private MetricsTable() {}

    static byte[] lines(Observation observed) {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, Double> value : observed.values().entrySet()) {
            lines.append(observed.step())
                    .append(',')
                    .append(observed.millis())
                    .append(',')
                    .append(field(value.getKey()))
                    .append(',')
                    .append(value.getValue())
                    .append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a name as a field of a table; one with a comma stands in quotes. */
    private static String field(String name) {
        return name.indexOf(',') < 0 ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
