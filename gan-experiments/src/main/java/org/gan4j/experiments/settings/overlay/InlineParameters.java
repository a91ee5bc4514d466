package org.gan4j.experiments.settings.overlay;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.settings.keys.Keys;

/**
 * Parameters that stand beside a part's name: {@code loss=blend(share=0.1)} is the same as {@code loss=blend loss.share=0.1}, and
 * {@code terms=[drift(weight=2)]} is the same as {@code terms=[drift] terms.drift.weight=2}. Where a list names a part several times,
 * each keeps the parameters beside it.
 */
final class InlineParameters {
    private static final String NAME = "name";

    private InlineParameters() {}

    /** Returns a key's value without the parameters beside a name, and these parameters under keys of their own. */
    static Map<String, Setting> spread(String key, Setting value) {
        Map<String, Setting> flat = new LinkedHashMap<>();
        if (!Keys.isSeveral(key)) {
            add(key, value, flat);
        } else if (value instanceof Setting.Items items) {
            List<String> names = items.items().stream().map(SettingText::name).toList();
            List<Setting> members = items.items().stream()
                    .map(item ->
                            Collections.frequency(names, SettingText.name(item)) > 1 ? item : member(key, item, flat))
                    .toList();
            flat.put(key, new Setting.Items(members, items.where()));
        } else {
            flat.put(key, member(key, value, flat));
        }
        return flat;
    }

    private static void add(String key, Setting value, Map<String, Setting> flat) {
        if (value instanceof Setting.Fields fields) {
            fields.fields().forEach((name, inner) -> add(name.equals(NAME) ? key : key + "." + name, inner, flat));
        } else {
            flat.put(key, value);
        }
    }

    /** Returns the name of one of several parts; one without a name stays as it is. */
    private static Setting member(String list, Setting item, Map<String, Setting> flat) {
        if (!(item instanceof Setting.Fields fields) || !(fields.fields().get(NAME) instanceof Setting.Text name)) {
            return item;
        }
        fields.fields().forEach((parameter, value) -> {
            if (!parameter.equals(NAME)) {
                add(list + "." + name.text() + "." + parameter, value, flat);
            }
        });
        return name;
    }
}
