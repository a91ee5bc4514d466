package org.gan4j.experiments.settings.overlay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Limits;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.settings.keys.Keys;
import org.jspecify.annotations.Nullable;

/**
 * Overlays that lie over each other, the later over the earlier, and the grid that keys with several values make.
 *
 * @param overlays from the base to the top
 */
public record SettingsGrid(List<Overlay> overlays) {
    /** A key that an overlay gives several values, and that no later overlay gives another. */
    private record Axis(int overlay, String key, List<Setting> options, String where) {}

    /** The settings of each cell, one value a key: the cartesian product, in which the last key varies fastest. */
    public List<GridCell> cells(Problems problems) {
        List<Axis> axes = axes();
        long count = 1;
        for (Axis axis : axes) {
            count *= axis.options.size();
            if (count > Limits.GRID_CELLS) {
                problems.add(axis.where, "the grid has more than " + Limits.GRID_CELLS + " cells");
                return List.of();
            }
        }
        return LongStream.range(0, count)
                .mapToObj(cell -> merge(choice(axes, cell)))
                .toList();
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

    private GridCell merge(Map<Axis, Integer> choice) {
        Map<String, Setting> merged = new LinkedHashMap<>();
        Map<String, Integer> layers = new HashMap<>();
        for (int i = 0; i < overlays.size(); i++) {
            int overlay = i;
            Map<String, Setting> chosen = new LinkedHashMap<>();
            overlays.get(i)
                    .values()
                    .forEach((key, choices) -> chosen.put(key, choices.options().get(0)));
            choice.forEach((axis, nth) -> {
                if (axis.overlay == overlay) {
                    chosen.put(axis.key, axis.options.get(nth));
                }
            });
            Map<String, Setting> over = new LinkedHashMap<>();
            chosen.forEach((key, value) -> over.putAll(InlineParameters.spread(key, value)));
            lay(over, merged);
            over.keySet().forEach(key -> layers.put(key, overlay));
        }
        return new GridCell(effective(choice, merged.keySet(), layers), merged);
    }

    /**
     * Leaves out the axes without effect: the parameter of a part that is no longer named, or one that a later overlay sets
     * beside a name.
     */
    private static Map<String, Integer> effective(
            Map<Axis, Integer> choice, Set<String> keys, Map<String, Integer> layers) {
        Map<String, Integer> effective = new HashMap<>();
        choice.forEach((axis, nth) -> {
            if (keys.contains(axis.key) && Integer.valueOf(axis.overlay).equals(layers.get(axis.key))) {
                effective.put(axis.key, nth);
            }
        });
        return effective;
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
                : SettingText.name(list).equals(name);
    }

    private static boolean same(@Nullable Setting earlier, Setting later) {
        return earlier != null && SettingText.of(earlier).equals(SettingText.of(later));
    }
}
