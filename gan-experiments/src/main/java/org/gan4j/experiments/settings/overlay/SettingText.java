package org.gan4j.experiments.settings.overlay;

import java.util.stream.Collectors;
import org.gan4j.binding.Setting;

/** Settings as a user would write them. */
public final class SettingText {
    private SettingText() {}

    /** The name of a part, without the parameters beside it. */
    public static String name(Setting part) {
        return part instanceof Setting.Fields fields && fields.fields().get("name") instanceof Setting.Text name
                ? name.text()
                : of(part);
    }

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
