package org.gan4j.experiments.settings.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.binding.Parameter;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.settings.keys.Keys;
import org.gan4j.experiments.settings.overlay.FlatSettings;
import org.gan4j.experiments.settings.overlay.SettingText;
import org.gan4j.registry.Extensions;

/** The keys of the parameters that the chosen parts have: what someone who left out a part's name may have meant. */
public record PartKeys(Extensions extensions, FlatSettings given) {
    /** Returns the keys of the parameters of all parts. */
    public Set<String> all() {
        return parameters().keySet();
    }

    /** Returns the parameters of all parts, by key. */
    public Map<String, Parameter> parameters() {
        Map<String, Parameter> all = new LinkedHashMap<>();
        for (ExtensionPoint<?> point : extensions.points()) {
            if (Keys.names().contains(point.id())) {
                given.nested(point.id()).ifPresent(part -> all.putAll(extensions.parameters(point, point.id(), part)));
            }
        }
        Keys.SEVERAL.forEach(several -> all.putAll(parametersOf(several)));
        return all;
    }

    /** Returns the keys of the parts of a key that takes several. */
    Set<String> of(Keys.Several key) {
        return parametersOf(key).keySet();
    }

    /** Returns how a parameter is written beside a part's name, if a key begins with the name instead. */
    Optional<String> beside(String key) {
        String name = key.replaceFirst("[.(].*", "");
        return name.equals(key)
                ? Optional.empty()
                : extensions.points().stream()
                        .filter(point -> Keys.isPart(point.id())
                                && extensions.contributions(point.id()).stream()
                                        .anyMatch(part -> part.name().equals(name)))
                        .findFirst()
                        .map(point ->
                                "which begins with the name of a " + point.id() + "; a parameter of it is written "
                                        + point.id() + "=" + name + "(" + key.substring(name.length() + 1) + "=VALUE)");
    }

    private Map<String, Parameter> parametersOf(Keys.Several key) {
        Map<String, Parameter> all = new LinkedHashMap<>();
        for (Setting item : items(Objects.requireNonNull(given.values().get(key.name())))) {
            String part = key.name() + "." + SettingText.name(item);
            all.putAll(extensions.parameters(key.point(), part, named(item, part, given)));
        }
        return all;
    }

    static List<Setting> items(Setting list) {
        return list instanceof Setting.Items items ? items.items() : List.of(list);
    }

    /** One of several parts, with the parameters that nest under its key. */
    static Setting named(Setting item, String key, FlatSettings given) {
        Map<String, Setting> fields = new LinkedHashMap<>(Map.of("name", item));
        if (item instanceof Setting.Fields part) {
            fields.putAll(part.fields());
        }
        fields.putAll(given.parametersOf(key));
        return new Setting.Fields(fields, item.where());
    }
}
