package org.gan4j.experiments.settings.overlay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.settings.keys.Keys;
import org.jspecify.annotations.Nullable;

/**
 * Overlays that lie over each other, the later over the earlier, and the grid that keys with several values make.
 *
 * @param overlays from the base to the top
 */
public record SettingsGrid(List<Overlay> overlays) {
    static final int MOST_CELLS = 1000;

    /** A key that an overlay gives several values, and that no later overlay gives another. */
    private record Axis(int overlay, String key, List<Setting> options, String where) {}

    /** The settings of each cell, one value a key: the cartesian product, in which the last key varies fastest. */
    public List<FlatSettings> cells(Problems problems) {
        List<Axis> axes = axes();
        long count = 1;
        for (Axis axis : axes) {
            count *= axis.options.size();
            if (count > MOST_CELLS) {
                problems.add(axis.where, "the grid has more than " + MOST_CELLS + " cells");
                return List.of();
            }
        }
        // A key that falls away, as a parameter of a part that is no longer named, is no axis: its cells are one.
        Map<Map<Axis, Integer>, Map<String, Setting>> cells = new LinkedHashMap<>();
        for (long cell = 0; cell < count; cell++) {
            Map<Axis, Integer> choice = choice(axes, cell);
            Map<String, Setting> merged = merge(choice);
            choice.keySet().removeIf(axis -> !merged.containsKey(axis.key));
            cells.putIfAbsent(choice, merged);
        }
        return cells.values().stream().map(FlatSettings::new).toList();
    }

    private List<Axis> axes() {
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < overlays.size(); i++) {
            int overlay = i;
            overlays.get(i).values().forEach((key, choices) -> {
                boolean covered = overlays.subList(overlay + 1, overlays.size()).stream()
                        .anyMatch(later -> later.values().containsKey(key));
                if (choices.options().size() > 1 && !covered) {
                    axes.add(new Axis(overlay, key, choices.options(), choices.where()));
                }
            });
        }
        return axes;
    }

    /** The digits of the cell's number, the last axis being the last digit. */
    private static Map<Axis, Integer> choice(List<Axis> axes, long cell) {
        Map<Axis, Integer> choice = new HashMap<>();
        long left = cell;
        for (int i = axes.size() - 1; i >= 0; i--) {
            int size = axes.get(i).options.size();
            choice.put(axes.get(i), (int) (left % size));
            left /= size;
        }
        return choice;
    }

    private Map<String, Setting> merge(Map<Axis, Integer> choice) {
        Map<String, Setting> merged = new LinkedHashMap<>();
        for (int i = 0; i < overlays.size(); i++) {
            Map<String, Setting> chosen = new LinkedHashMap<>();
            overlays.get(i)
                    .values()
                    .forEach((key, choices) -> chosen.put(key, choices.options().get(0)));
            for (Map.Entry<Axis, Integer> axis : choice.entrySet()) {
                if (axis.getKey().overlay == i) {
                    chosen.put(axis.getKey().key, axis.getKey().options.get(axis.getValue()));
                }
            }
            lay(chosen, merged);
        }
        return merged;
    }

    /** Lays settings over earlier ones. Where another part is named, the parameters of the one before fall away. */
    private static void lay(Map<String, Setting> over, Map<String, Setting> below) {
        over.forEach((key, value) -> {
            if (!same(below.get(key), value)) {
                below.keySet()
                        .removeIf(inner -> inner.startsWith(key + ".")
                                && !(Keys.isSeveral(key) && names(value, inner.substring(key.length() + 1))));
            }
        });
        // Anew at the end, so that what was said last stands last.
        below.keySet().removeAll(over.keySet());
        below.putAll(over);
    }

    /** Returns whether a list of parts names the one that a parameter belongs to. */
    private static boolean names(Setting list, String parameter) {
        String name = parameter.replaceFirst("\\..*", "");
        return list instanceof Setting.Items items
                ? items.items().stream().anyMatch(item -> names(item, name))
                : list instanceof Setting.Text text && text.text().equals(name);
    }

    private static boolean same(@Nullable Setting earlier, Setting later) {
        return earlier != null && SettingText.of(earlier).equals(SettingText.of(later));
    }
}
