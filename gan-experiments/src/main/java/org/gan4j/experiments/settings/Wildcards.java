package org.gan4j.experiments.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.settings.experiment.ExperimentFactory;
import org.gan4j.experiments.settings.experiment.PartKeys;
import org.gan4j.experiments.settings.keys.Keys;
import org.gan4j.experiments.settings.overlay.FlatSettings;
import org.gan4j.experiments.settings.overlay.GridCell;
import org.gan4j.experiments.settings.overlay.Overlay;
import org.gan4j.experiments.settings.overlay.SettingChoices;
import org.gan4j.experiments.settings.overlay.SettingText;
import org.gan4j.experiments.settings.overlay.SettingsGrid;
import org.gan4j.experiments.settings.overlay.SharedParameters;
import org.gan4j.registry.Extensions;

/**
 * The value {@code *} of a key, which stands for every available value that fits the experiment as it otherwise is: for {@code
 * loss=*}, all losses that need neither a parameter nor other nets.
 *
 * @param origin  the recipe or file, for messages
 * @param leftOut takes a sentence for each value that does not fit, with the reason
 */
record Wildcards(Extensions extensions, String origin, Consumer<String> leftOut, Problems problems) {
    private static final String ALL = "*";

    /** A value that an experiment was tried with, and why it does not fit if it does not. */
    private record Tried(String value, Optional<Problem> misfit) {}

    /** Replaces each {@code *} by the values that it stands for. */
    void expand(List<Overlay> overlays) {
        Map<String, Overlay> asked = asked(overlays);
        if (asked.isEmpty()) {
            return;
        }
        List<FlatSettings> cells =
                cells(overlays.stream().map(Wildcards::withoutAll).toList());
        asked.forEach((key, overlay) -> {
            SettingChoices choices = Objects.requireNonNull(overlay.values().get(key));
            Optional<FlatSettings> base = base(key, cells);
            if (base.isEmpty() && !Keys.names().contains(key)) {
                // It is reported as unknown where the experiment is built.
                return;
            }
            List<String> values = base.map(cell -> values(key, cell)).orElse(List.of());
            if (values.isEmpty()) {
                refuse(key, choices.where(), "has no values that " + ALL + " could stand for; list those to compare");
                overlay.values().remove(key);
            } else {
                List<Tried> tried = values.stream()
                        .map(value -> new Tried(value, misfit(key, value, base.orElseThrow())))
                        .toList();
                replace(key, overlay, choices, tried, base.orElseThrow());
            }
        });
    }

    private void refuse(String key, String where, String why) {
        problems.add(where, "'" + key + "' " + why);
    }

    /** Returns the keys whose topmost value has a wildcard, with the overlay of that value. */
    private static Map<String, Overlay> asked(List<Overlay> overlays) {
        Map<String, Overlay> asked = new LinkedHashMap<>();
        for (Overlay overlay : overlays) {
            overlay.values().forEach((key, choices) -> {
                asked.remove(key);
                if (holdsAll(choices)) {
                    asked.put(key, overlay);
                }
            });
        }
        return asked;
    }

    private static boolean isAll(Setting setting) {
        return setting instanceof Setting.Text text && text.text().equals(ALL);
    }

    private static boolean holdsAll(Setting setting) {
        return setting instanceof Setting.Items items && items.items().stream().anyMatch(Wildcards::isAll);
    }

    private static boolean holdsAll(SettingChoices choices) {
        return choices.options().stream().anyMatch(option -> isAll(option) || holdsAll(option));
    }

    private static Overlay withoutAll(Overlay overlay) {
        Map<String, SettingChoices> left = new LinkedHashMap<>(overlay.values());
        left.values().removeIf(Wildcards::holdsAll);
        return new Overlay(left);
    }

    private List<FlatSettings> cells(List<Overlay> overlays) {
        List<GridCell> grid = new SettingsGrid(overlays).cells(new Problems());
        return new SharedParameters(cell -> new PartKeys(extensions, cell).all()).assign(grid, new Problems());
    }

    /** Returns the first cell in which a key can be set. */
    private Optional<FlatSettings> base(String key, List<FlatSettings> cells) {
        return cells.stream()
                .filter(cell -> Keys.point(key).isPresent()
                        || new PartKeys(extensions, cell).parameters().containsKey(key))
                .findFirst();
    }

    private List<String> values(String key, FlatSettings base) {
        return Keys.point(key)
                .map(point -> extensions.contributions(point.id()).stream()
                        .map(Contribution::name)
                        .toList())
                .orElseGet(() -> extensions.values(Objects.requireNonNull(
                        new PartKeys(extensions, base).parameters().get(key))));
    }

    /** Returns the first mistake of the experiment with this value, and with those of its parameters that it has. */
    private Optional<Problem> misfit(String key, String value, FlatSettings base) {
        Map<String, Setting> settings = new LinkedHashMap<>(base.values());
        settings.put(key, new Setting.Text(value, key + "=" + value));
        Set<String> own = new PartKeys(extensions, new FlatSettings(settings)).all();
        settings.keySet().removeIf(other -> other.startsWith(key + ".") && !own.contains(other));
        return mistakes(new FlatSettings(settings)).stream().findFirst();
    }

    private List<Problem> mistakes(FlatSettings cell) {
        Problems found = new Problems();
        new ExperimentFactory(extensions, origin, "name", cell, found).experiment();
        return found.list();
    }

    private void replace(String key, Overlay overlay, SettingChoices choices, List<Tried> tried, FlatSettings base) {
        List<String> fitting = tried.stream()
                .filter(one -> one.misfit.isEmpty())
                .map(Tried::value)
                .toList();
        if (fitting.isEmpty()) {
            // If the mistake is elsewhere, the experiment without this key reports it.
            overlay.values().remove(key);
            if (mistakes(base).isEmpty()) {
                refuse(
                        key,
                        choices.where(),
                        "has no value that fits; of " + tried.get(0).value + ": "
                                + tried.get(0).misfit.orElseThrow().what());
            }
            return;
        }
        tried.forEach(one -> one.misfit.ifPresent(
                problem -> leftOut.accept(key + "=" + ALL + " leaves out " + one.value + ": " + problem.what())));
        List<Setting> options = new ArrayList<>();
        for (Setting option : list(fitting, choices.options(), choices.where())) {
            options.add(
                    option instanceof Setting.Items items && holdsAll(items)
                            ? new Setting.Items(list(fitting, items.items(), items.where()), items.where())
                            : option);
        }
        overlay.values().put(key, new SettingChoices(options, choices.where()));
    }

    private static List<Setting> list(List<String> fitting, List<Setting> items, String where) {
        List<Setting> list = new ArrayList<>();
        for (Setting item : items) {
            if (isAll(item)) {
                list.addAll(added(fitting, items, where));
            } else {
                list.add(item);
            }
        }
        return list;
    }

    /** Returns the fitting values that do not stand beside the wildcard already. */
    private static List<Setting> added(List<String> fitting, List<Setting> beside, String where) {
        List<String> named = beside.stream()
                .map(option -> option instanceof Setting.Fields fields
                        ? fields.fields().get("name")
                        : option)
                .filter(name -> name != null)
                .map(SettingText::of)
                .toList();
        return fitting.stream()
                .filter(value -> !named.contains(value))
                .<Setting>map(value -> new Setting.Text(value, where))
                .toList();
    }
}
