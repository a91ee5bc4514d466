package org.gan4j.experiments.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.disk.DiskTrouble;

/**
 * Reads {@code metrics.csv}. The last line may be incomplete, because the run is writing it or was killed while it did.
 */
final class MetricsCsv {
    private record Point(long millis, double value) {}

    private final Map<String, TreeMap<Long, Point>> points = new HashMap<>();

    private MetricsCsv() {}

    static SortedMap<String, MetricSeries> read(Path file) {
        MetricsCsv metrics = new MetricsCsv();
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
        int number = 0;
        for (int from = 0; from < text.length(); number++) {
            int end = text.indexOf('\n', from);
            if (end < 0) {
                break;
            }
            String line = text.substring(from, end).strip();
            if (number > 0 && !line.isEmpty()) {
                metrics.add(file, number + 1, line);
            }
            from = end + 1;
        }
        return metrics.series();
    }

    private void add(Path file, int number, String line) {
        int first = line.indexOf(',');
        int second = line.indexOf(',', first + 1);
        int third = line.lastIndexOf(',');
        if (first < 0 || second < 0 || third <= second) {
            throw damaged(file, number, line);
        }
        try {
            long step = Long.parseLong(line.substring(0, first));
            long millis = Long.parseLong(line.substring(first + 1, second));
            String value = line.substring(third + 1);
            points.computeIfAbsent(unquoted(line.substring(second + 1, third)), name -> new TreeMap<>())
                    .put(step, new Point(millis, value.isEmpty() ? Double.NaN : Double.parseDouble(value)));
        } catch (NumberFormatException e) {
            throw damaged(file, number, line);
        }
    }

    private static String unquoted(String field) {
        boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
        return quoted ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
    }

    private static InvalidInput damaged(Path file, int number, String line) {
        return new InvalidInput(file + ":" + number, "is damaged: '" + line + "', expected step,millis,name,value");
    }

    private SortedMap<String, MetricSeries> series() {
        SortedMap<String, MetricSeries> series = new TreeMap<>();
        points.forEach((name, bySteps) -> series.put(
                name,
                new MetricSeries(
                        name,
                        bySteps.keySet().stream().mapToLong(Long::longValue).toArray(),
                        bySteps.values().stream().mapToLong(Point::millis).toArray(),
                        bySteps.values().stream().mapToDouble(Point::value).toArray())));
        return series;
    }
}
