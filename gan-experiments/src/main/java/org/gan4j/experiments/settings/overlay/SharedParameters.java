package org.gan4j.experiments.settings.overlay;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.settings.keys.Keys;

/**
 * Parameters that are set for several parts at once: {@code loss=minimax,blend loss.share=0.1} sets the share of those listed losses
 * that have one, and is refused only if none has.
 *
 * @param parameters the keys that the parts of a cell have as parameters
 */
public record SharedParameters(Function<FlatSettings, Collection<String>> parameters) {
    /** Returns the settings of the cells, each without the parameters that only parts of other cells have. */
    public List<FlatSettings> assign(List<GridCell> cells, Problems problems) {
        if (cells.size() == 1) {
            return List.of(new FlatSettings(cells.get(0).values()));
        }
        Set<String> known = new TreeSet<>();
        Map<GridCell, Set<String>> unknown = new LinkedHashMap<>();
        for (GridCell cell : cells) {
            Collection<String> own = parameters.apply(new FlatSettings(cell.values()));
            Set<String> foreign = new TreeSet<>(cell.values().keySet());
            foreign.removeIf(key -> !isParameter(key) || own.contains(key));
            unknown.put(cell, foreign);
            known.addAll(own);
        }
        Set<String> nowhere = new TreeSet<>();
        unknown.values().forEach(nowhere::addAll);
        nowhere.removeAll(known);
        nowhere.removeIf(key -> !isRefused(key, cells, known, problems));
        // Cells that differ in nothing else are one.
        Map<Map<String, Integer>, FlatSettings> settings = new LinkedHashMap<>();
        unknown.forEach((cell, keys) -> {
            keys.removeIf(key -> !known.contains(key) && !nowhere.contains(key));
            GridCell own = cell.without(keys);
            settings.putIfAbsent(own.choice(), new FlatSettings(own.values()));
        });
        return List.copyOf(settings.values());
    }

    private static boolean isParameter(String key) {
        return key.contains(".") && Keys.isPart(part(key));
    }

    private static String part(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    /** Refuses a key that no part has, if several parts were asked; the one part that was asked refuses it by itself. */
    private static boolean isRefused(String key, List<GridCell> cells, Set<String> known, Problems problems) {
        String where = null;
        Set<String> parts = new TreeSet<>();
        for (GridCell cell : cells) {
            Setting given = cell.values().get(key);
            Setting named = cell.values().get(part(key));
            if (given != null && named != null) {
                parts.add(SettingText.of(named));
                where = given.where();
            }
        }
        if (parts.size() < 2) {
            return false;
        }
        String prefix = part(key) + ".";
        List<String> near = known.stream()
                .filter(other -> other.startsWith(prefix))
                .map(other -> other.substring(prefix.length()))
                .toList();
        problems.add(
                Objects.requireNonNull(where),
                "unknown key '" + key + "': none of " + String.join(", ", parts) + " has it; "
                        + Nearest.hint(prefix, key.substring(prefix.length()), near));
        return true;
    }
}
