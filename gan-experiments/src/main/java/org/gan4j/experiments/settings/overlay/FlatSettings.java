package org.gan4j.experiments.settings.overlay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gan4j.binding.Parameter;
import org.gan4j.binding.Setting;

/**
 * Settings of one value a key.
 *
 * @param values by dotted key, what was set last at the end; values are texts and lists, and the parameters of a part have keys of their own
 */
public record FlatSettings(Map<String, Setting> values) {
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(SettingText::of);
    }

    /** Returns the place where a key is set; otherwise the given place. */
    public String where(String key, String otherwise) {
        Setting setting = values.get(key);
        return setting == null ? otherwise : setting.where();
    }

    /** Returns the place where a part or a parameter of it was set last; otherwise the given place. */
    public String whereLast(String part, String otherwise) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().equals(part) || entry.getKey().startsWith(part + "."))
                .map(entry -> entry.getValue().where())
                .reduce(otherwise, (earlier, later) -> later);
    }

    /** A key's value together with the parameters that nest under it. */
    public Optional<Setting> nested(String key) {
        Setting value = values.get(key);
        Map<String, Setting> parameters = parametersOf(key);
        if (parameters.isEmpty()) {
            return Optional.ofNullable(value);
        }
        Map<String, Setting> fields = new LinkedHashMap<>();
        if (value != null) {
            fields.put("name", value);
        }
        fields.putAll(parameters);
        String where = fields.values().iterator().next().where();
        return Optional.of(new Setting.Fields(fields, where));
    }

    /** Returns what nests directly under a key, by name. */
    public Map<String, Setting> parametersOf(String key) {
        Map<String, Setting> parameters = new LinkedHashMap<>();
        String prefix = key + ".";
        for (String inner : values.keySet()) {
            if (inner.startsWith(prefix)) {
                String name = inner.substring(prefix.length()).replaceFirst("\\..*", "");
                nested(prefix + name).ifPresent(setting -> parameters.put(name, setting));
            }
        }
        return parameters;
    }

    /** Returns what is set of a record's parameters, where they are keys of a group; no group is the empty text. */
    public Map<String, Setting> parametersOf(Class<?> type, String group) {
        Map<String, Setting> parameters = new LinkedHashMap<>();
        for (Parameter parameter : Parameter.of(type)) {
            Setting value = values.get(group.isEmpty() ? parameter.name() : group + "." + parameter.name());
            if (value != null) {
                parameters.put(parameter.name(), value);
            }
        }
        return parameters;
    }
}
