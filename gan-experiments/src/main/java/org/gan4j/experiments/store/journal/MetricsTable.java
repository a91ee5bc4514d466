package org.gan4j.experiments.store.journal;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The lines of {@code metrics.csv}, which repeats a journal's values for spreadsheets and other programs. */
final class MetricsTable {
    static final byte[] HEADER = "step,millis,name,value\n".getBytes(StandardCharsets.UTF_8);

    private MetricsTable() {}

    static byte[] lines(JournalEvent.Measured measured) {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, Double> value : measured.values().entrySet()) {
            lines.append(measured.step())
                    .append(',')
                    .append(measured.millis())
                    .append(',')
                    .append(value.getKey())
                    .append(',')
                    .append(value.getValue())
                    .append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
