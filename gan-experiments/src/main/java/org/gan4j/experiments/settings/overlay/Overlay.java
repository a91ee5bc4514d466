package org.gan4j.experiments.settings.overlay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Limits;
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
        return overlay.checked(problems);
    }

    /** {@code key=value} arguments. */
    public static Overlay of(List<String> settings, Problems problems) {
        Overlay overlay = new Overlay(new LinkedHashMap<>());
        if (settings.size() > Limits.KEYS) {
            problems.add("", "a command line has at most " + Limits.KEYS + " settings, not " + settings.size());
            return overlay;
        }
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                problems.add(setting, "is not a setting; settings are written key=value");
            } else {
                String key = setting.substring(0, equals).strip();
                overlay.put(key, SettingChoices.parse(key, setting.substring(equals + 1), setting, problems), problems);
            }
        }
        return overlay.checked(problems);
    }

    /** Returns all keys, those of parameters beside a name included. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>(values.keySet());
        values.forEach((key, choices) -> choices.options()
                .forEach(option ->
                        keys.addAll(InlineParameters.spread(key, option).keySet())));
        return keys;
    }

    private void add(String key, Setting value, Problems problems) {
        if (value instanceof Setting.Text text) {
            put(key, SettingChoices.parse(key, text.text(), text.where(), problems), problems);
        } else if (value instanceof Setting.Fields fields) {
            fields.fields().forEach((inner, setting) -> add(key + "." + inner, setting, problems));
        } else if (value instanceof Setting.Items items && Keys.isPart(key)) {
            put(key, SettingChoices.of(parsed(key, items, problems)), problems);
        } else {
            put(key, SettingChoices.of(value), problems);
        }
    }

    /** The parts of a list, each a name, a name with its parameters in parentheses, or a map. */
    private static Setting parsed(String key, Setting.Items items, Problems problems) {
        List<Setting> parts = new ArrayList<>();
        for (Setting item : items.items()) {
            if (item instanceof Setting.Fields fields && !(fields.fields().get("name") instanceof Setting.Text)) {
                problems.add(fields.where(), "'" + key + "' takes names; beside parameters, write name: NAME");
            } else {
                parts.add(item instanceof Setting.Text text ? Setting.parse(text.text(), text.where()) : item);
            }
        }
        return new Setting.Items(parts, items.where());
    }

    /** {@code loss.name} is another way to write {@code loss}. */
    private void put(String written, SettingChoices choices, Problems problems) {
        String key = written.endsWith(".name") ? written.substring(0, written.length() - ".name".length()) : written;
        Optional<String> fault = Limits.keyFault(key);
        if (fault.isPresent()) {
            problems.add(choices.where(), "the key '" + key + "' " + fault.get());
            return;
        }
        boolean one = Keys.isPart(key) && !Keys.isSeveral(key);
        if (Keys.isPart(key)) {
            choices.options().forEach(option -> refuseParentheses(key, option, problems));
        }
        if (values.putIfAbsent(key, one ? choices.ofList() : choices) != null) {
            problems.add(choices.where(), "'" + key + "' is set twice");
        }
    }

    private static void refuseParentheses(String key, Setting option, Problems problems) {
        if (option instanceof Setting.Items items) {
            items.items().forEach(item -> refuseParentheses(key, item, problems));
        } else if (option instanceof Setting.Text text && text.text().indexOf('(') > 0) {
            problems.add(
                    text.where(),
                    "'" + key + "': parameters of a part are written "
                            + text.text().replaceFirst("\\(.*", "") + "(key=value,key=value)");
        }
    }

    /** A parameter beside a name and the same one under a key of its own would contradict each other. */
    private Overlay checked(Problems problems) {
        values.forEach((key, choices) -> {
            Set<String> inline = new TreeSet<>();
            choices.options()
                    .forEach(option ->
                            inline.addAll(InlineParameters.spread(key, option).keySet()));
            inline.remove(key);
            inline.stream()
                    .filter(values::containsKey)
                    .forEach(twice -> problems.add(
                            Objects.requireNonNull(values.get(twice)).where(),
                            "'" + twice + "' is set twice: here and beside a name in '" + key + "'"));
        });
        return this;
    }
}
