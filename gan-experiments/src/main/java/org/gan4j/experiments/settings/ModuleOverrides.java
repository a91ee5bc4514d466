package org.gan4j.experiments.settings;

import com.google.inject.Module;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.plugins.ModuleFinder;
import org.gan4j.experiments.settings.overlay.Overlay;
import org.gan4j.experiments.settings.overlay.SettingChoices;
import org.gan4j.experiments.settings.overlay.SettingText;
import org.gan4j.registry.Extensions;

/** Modules that override parts, and what becomes of settings for those parts. */
final class ModuleOverrides {
    private static final String KEY = "modules";

    private ModuleOverrides() {}

    /** The extensions with the modules that the topmost overlay with the key {@code modules} names, besides those given. */
    static Extensions with(Extensions extensions, ModuleFinder finder, List<Overlay> overlays, Problems problems) {
        Optional<SettingChoices> modules = overlays.stream()
                .map(overlay -> overlay.values().get(KEY))
                .filter(Objects::nonNull)
                .reduce((below, above) -> above);
        if (modules.isEmpty()) {
            return extensions;
        }
        String where = modules.get().where();
        if (modules.get().options().size() > 1) {
            problems.add(where, "'modules' cannot vary in a grid; write several modules as [a,b]");
            return extensions;
        }
        Set<String> present = new HashSet<>(extensions.swaps().values());
        List<Module> found = new ArrayList<>();
        Setting named = modules.get().options().get(0);
        for (Setting module : named instanceof Setting.Items items ? items.items() : List.of(named)) {
            if (present.add(SettingText.of(module))) {
                finder.find(SettingText.of(module), module.where(), problems).ifPresent(found::add);
            }
        }
        try {
            return found.isEmpty() ? extensions : extensions.overriddenBy(found);
        } catch (InvalidInput e) {
            e.problems().forEach(problem -> problems.add(where, problem.toString()));
            return extensions;
        }
    }

    /**
     * Takes the settings of overridden parts out of all overlays. Those of recipes and files give way; on the command line
     * they are a contradiction; and where a file recorded what a module had bound, it must still be the same.
     */
    static void apply(Extensions extensions, List<Overlay> overlays, Overlay commandLine, Problems problems) {
        for (Map.Entry<String, String> swap : extensions.swaps().entrySet()) {
            String key = swap.getKey();
            overlays.forEach(overlay -> {
                SortedMap<String, SettingChoices> taken = take(overlay, key);
                if (taken.containsKey(key + ".module")) {
                    checkRecorded(extensions, key, taken, problems);
                }
            });
            take(commandLine, key).values().stream()
                    .findFirst()
                    .ifPresent(setting -> problems.add(
                            setting.where(),
                            "the " + key + " is bound by module " + swap.getValue() + "; drop one of the two"));
        }
    }

    private static SortedMap<String, SettingChoices> take(Overlay overlay, String key) {
        SortedMap<String, SettingChoices> taken = new TreeMap<>();
        overlay.values().forEach((name, choices) -> {
            if (name.equals(key) || name.startsWith(key + ".")) {
                taken.put(name, choices);
            }
        });
        overlay.values().keySet().removeAll(taken.keySet());
        return taken;
    }

    private static void checkRecorded(
            Extensions extensions, String key, SortedMap<String, SettingChoices> recorded, Problems problems) {
        SortedMap<String, String> present = settings(extensions, key);
        recorded.forEach((name, choices) -> {
            String before = SettingText.of(choices.options().get(0));
            String now = SettingText.of(Setting.parse(present.getOrDefault(name, "absent"), name));
            if (!before.equals(now)) {
                problems.add(
                        choices.where(),
                        "'" + name + "' was " + before + " when this was recorded, and module "
                                + extensions.swaps().get(key) + " now gives " + now);
            }
        });
    }

    private static SortedMap<String, String> settings(Extensions extensions, String key) {
        try {
            return extensions.points().stream()
                    .filter(point -> point.id().equals(key))
                    .findFirst()
                    .flatMap(extensions::swapped)
                    .map(Part::settings)
                    .orElseThrow();
        } catch (InvalidInput e) {
            // Reported where the part itself is asked for.
            return new TreeMap<>();
        }
    }
}
