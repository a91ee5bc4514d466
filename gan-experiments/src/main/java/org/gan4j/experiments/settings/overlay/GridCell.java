package org.gan4j.experiments.settings.overlay;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.gan4j.binding.Setting;

/**
 * One cell of a grid before it is known which parameters the parts in it have.
 *
 * @param choice the number of the value that it has of each axis of the grid, by key; an axis that has no effect here is left out
 * @param values by dotted key
 */
public record GridCell(Map<String, Integer> choice, Map<String, Setting> values) {
    /** Returns the cell without some of its keys. */
    GridCell without(Set<String> keys) {
        Map<String, Integer> fewer = new HashMap<>(choice);
        fewer.keySet().removeAll(keys);
        Map<String, Setting> left = new LinkedHashMap<>(values);
        left.keySet().removeAll(keys);
        return new GridCell(fewer, left);
    }
}
