package org.gan4j.experiments.settings.overlay;

import java.util.stream.Collectors;
import org.gan4j.binding.Setting;

/** Settings as a user would write them. */
public final class SettingText {
    private SettingText() {}

    /** The value without its place. */
    public static String of(Setting setting) {
        if (setting instanceof Setting.Text text) {
            return text.text();
        } else if (setting instanceof Setting.Items items) {
            return items.items().stream().map(SettingText::of).collect(Collectors.joining(",", "[", "]"));
        }
        return ((Setting.Fields) setting)
                .fields().entrySet().stream()
                        .map(field -> field.getKey() + ": " + of(field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
