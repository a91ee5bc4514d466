package org.gan4j.experiments.settings.overlay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.settings.keys.Keys;

/**
 * One layer of settings, flat: {@code loss: {name: hinge, margin: 2}} and {@code loss: hinge, loss.margin: 2} are the same.
 *
 * @param values by dotted key, in the order written
 */
public record Overlay(Map<String, SettingChoices> values) {
    /** The defaults of all parts; those of numbers stand in their records. */
    public static Overlay defaults() {
        Overlay overlay = new Overlay(new LinkedHashMap<>());
        for (Keys.Key key : Keys.all()) {
            if (Keys.isPart(key.name()) && !key.value().isEmpty()) {
                overlay.values.put(key.name(), SettingChoices.of(Setting.parse(key.value(), key.name())));
            }
        }
        return overlay;
    }

    /** The keys and values of a YAML document. */
    public static Overlay of(Setting.Fields document, Problems problems) {
        Overlay overlay = new Overlay(new LinkedHashMap<>());
        document.fields().forEach((key, value) -> overlay.add(key, value, problems));
        return overlay;
    }

    /** {@code key=value} arguments. */
    public static Overlay of(List<String> settings, Problems problems) {
        Overlay overlay = new Overlay(new LinkedHashMap<>());
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                problems.add(setting, "is not a setting; settings are written key=value");
            } else {
                String key = setting.substring(0, equals).strip();
                overlay.put(key, SettingChoices.parse(key, setting.substring(equals + 1), setting, problems), problems);
            }
        }
        return overlay;
    }

    private void add(String key, Setting value, Problems problems) {
        if (value instanceof Setting.Text text) {
            put(key, SettingChoices.parse(key, text.text(), text.where(), problems), problems);
        } else if (value instanceof Setting.Fields fields) {
            fields.fields().forEach((inner, setting) -> add(key + "." + inner, setting, problems));
        } else if (value instanceof Setting.Items items && Keys.isSeveral(key)) {
            put(key, SettingChoices.of(named(key, items, problems)), problems);
        } else {
            put(key, SettingChoices.of(value), problems);
        }
    }

    /** The names of a list of parts; the parameters that stand beside a name move under {@code key.NAME}. */
    private Setting named(String key, Setting.Items items, Problems problems) {
        List<Setting> names = items.items().stream()
                .map(item -> item instanceof Setting.Fields fields ? name(key, fields, problems) : item)
                .toList();
        return new Setting.Items(names, items.where());
    }

    private Setting name(String key, Setting.Fields fields, Problems problems) {
        if (!(fields.fields().get("name") instanceof Setting.Text name)) {
            problems.add(fields.where(), "'" + key + "' takes names; beside parameters, write name: NAME");
            return new Setting.Text("", fields.where());
        }
        fields.fields().forEach((parameter, setting) -> {
            if (!parameter.equals("name")) {
                add(key + "." + name.text() + "." + parameter, setting, problems);
            }
        });
        return name;
    }

    /** {@code loss.name} is another way to write {@code loss}. */
    private void put(String written, SettingChoices choices, Problems problems) {
        String key = written.endsWith(".name") ? written.substring(0, written.length() - ".name".length()) : written;
        if (values.putIfAbsent(key, choices) != null) {
            problems.add(choices.where(), "'" + key + "' is set twice");
        }
    }
}
