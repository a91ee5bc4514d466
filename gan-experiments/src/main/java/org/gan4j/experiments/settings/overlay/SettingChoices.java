package org.gan4j.experiments.settings.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Limits;
import org.gan4j.binding.Setting;

/**
 * The choices for one key: a value, or several of which each makes a cell of a grid. {@code a,b} are two;
 * {@code range(1,4)} is 1, 2 and 3; {@code range(1,8,3)} is 1, 4 and 7; {@code [64,32]} is one list, and quotes protect commas too.
 *
 * @param options at least one
 * @param where   file:line:column, or the argument
 */
public record SettingChoices(List<Setting> options, String where) {
    private static final Pattern RANGE = Pattern.compile("\\s*range\\((.*)\\)\\s*");
    private static final Pattern BOUNDS =
            Pattern.compile("\\s*(-?\\d{1,18})\\s*,\\s*(-?\\d{1,18})\\s*(?:,\\s*(\\d{1,18})\\s*)?");

    public SettingChoices {
        options = List.copyOf(options);
    }

    /** A value as it stands, in which nothing is split. */
    public static SettingChoices of(Setting value) {
        return new SettingChoices(List.of(value), value.where());
    }

    /** Reads the grammar above; where it is not kept, problems are added. */
    public static SettingChoices parse(String key, String text, String where, Problems problems) {
        Optional<String> fault = Limits.fault(text);
        if (fault.isPresent()) {
            problems.add(where, "'" + key + "' " + fault.get());
            return of(new Setting.Text("", where));
        }
        List<String> parts = Setting.splitTopLevel(text);
        if (parts.size() < 2 && !RANGE.matcher(text).matches()) {
            return of(Setting.parse(text, where));
        }
        if (parts.stream().anyMatch(String::isBlank)) {
            problems.add(where, "'" + key + "' has an empty choice beside a comma");
            return of(new Setting.Text("", where));
        }
        List<Setting> options = new ArrayList<>();
        for (String part : parts) {
            Matcher range = RANGE.matcher(part);
            if (range.matches()) {
                options.addAll(range(key, range.group(1), where, problems));
            } else {
                options.add(Setting.parse(part, where));
            }
        }
        return new SettingChoices(options.isEmpty() ? List.of(new Setting.Text("", where)) : options, where);
    }

    /** A list as the choices that it has as items, where a key takes one part; anything else as it is. */
    SettingChoices ofList() {
        return options.size() == 1
                        && options.get(0) instanceof Setting.Items items
                        && !items.items().isEmpty()
                ? new SettingChoices(items.items(), where)
                : this;
    }

    private static List<Setting> range(String key, String bounds, String where, Problems problems) {
        Matcher numbers = BOUNDS.matcher(bounds);
        String range = "'" + key + "': range(" + bounds + ")";
        if (!numbers.matches()) {
            problems.add(
                    where,
                    range
                            + " takes two whole numbers, the first and the one after the last, as range(1,4), and perhaps a"
                            + " step, as range(1,8,3)");
            return List.of();
        }
        long from = Long.parseLong(numbers.group(1));
        long to = Long.parseLong(numbers.group(2));
        long step = numbers.group(3) == null ? 1 : Long.parseLong(numbers.group(3));
        if (from >= to) {
            problems.add(where, range + " is empty: it begins with " + from + " and ends before " + to);
            return List.of();
        } else if (step == 0) {
            problems.add(where, range + " has the step 0; the least is 1");
            return List.of();
        }
        long values = (to - from - 1) / step + 1;
        if (values > Limits.GRID_CELLS) {
            problems.add(
                    where, range + " has " + values + " values; a grid has at most " + Limits.GRID_CELLS + " cells");
            return List.of();
        }
        return LongStream.range(0, values)
                .<Setting>mapToObj(i -> new Setting.Text(Long.toString(from + i * step), where))
                .toList();
    }
}
