package org.gan4j.experiments.settings.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Generator;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.experiment.Backend;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Nearest;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Term;
import org.gan4j.binding.NamesApart;
import org.gan4j.binding.Setting;
import org.gan4j.experiments.settings.keys.Keys;
import org.gan4j.experiments.settings.overlay.FlatSettings;
import org.gan4j.experiments.settings.overlay.SettingText;
import org.gan4j.registry.Extensions;

/** Builds the parts of one experiment, those that a module binds included. */
record PartsBinder(Extensions extensions, String origin, FlatSettings given, Problems problems) {
    /** The parts; empty, with problems added, if one is wrong. */
    Optional<Experiment.Parts> bind() {
        int before = problems.list().size();
        Optional<Part<Loss>> loss = one(Loss.POINT);
        Optional<Part<Generator>> generator = one(Generator.POINT);
        Optional<Part<Discriminator>> discriminator = one(Discriminator.POINT);
        Optional<Part<Prior>> prior = one(Prior.POINT);
        Optional<Part<Schedule>> schedule = one(Schedule.POINT);
        Optional<Part<Optimizer>> optimizer = one(Optimizer.POINT);
        Optional<Part<Dataset>> dataset = one(Dataset.POINT);
        Optional<Part<Backend>> backend = one(Backend.POINT);
        List<Part<Metric>> metrics = several(Keys.METRICS, Metric.POINT);
        List<Part<Term>> terms = several(Keys.TERMS, Term.POINT);
        List<Part<Loss>> probes = several(Keys.PROBES, Loss.POINT);
        if (problems.list().size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Experiment.Parts(
                loss.orElseThrow(),
                generator.orElseThrow(),
                discriminator.orElseThrow(),
                prior.orElseThrow(),
                schedule.orElseThrow(),
                optimizer.orElseThrow(),
                dataset.orElseThrow(),
                backend.orElseThrow(),
                metrics,
                terms,
                probes));
    }

    private <P> Optional<Part<P>> one(ExtensionPoint<P> point) {
        Optional<Part<P>> swapped = swapped(point);
        if (swapped.isPresent() || extensions.swaps().containsKey(point.id())) {
            return swapped;
        }
        Optional<Setting> setting = given.nested(point.id());
        Setting module = given.values().get(point.id() + ".module");
        if (module != null) {
            problems.add(
                    module.where(),
                    "the " + point.id() + " " + given.text(point.id()).orElse("") + " was bound by module "
                            + SettingText.of(module)
                            + "; name that with --module, and the folder of its jar with --plugins");
            return Optional.empty();
        } else if (setting.isEmpty()) {
            problems.add(
                    origin,
                    "the key '" + point.id() + "' is missing: " + point.purpose() + "; "
                            + Nearest.hint("", names(point)));
            return Optional.empty();
        }
        return extensions.part(point, point.id(), setting.get(), problems);
    }

    private <P> Optional<Part<P>> swapped(ExtensionPoint<P> point) {
        try {
            return extensions.swapped(point);
        } catch (InvalidInput e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private <P> List<Part<P>> several(Keys.Several key, ExtensionPoint<P> point) {
        List<Part<P>> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Setting list = Objects.requireNonNull(given.values().get(key.name()));
        for (Setting item : PartKeys.items(list)) {
            String name = SettingText.name(item);
            String partKey = key.name() + "." + name;
            names.add(name);
            refuseBoth(item, partKey);
            extensions
                    .part(point, partKey, PartKeys.named(item, partKey, given), problems)
                    .ifPresent(parts::add);
        }
        (key.equals(Keys.PROBES) ? NamesApart.of(parts) : parts)
                .stream()
                        .collect(Collectors.groupingBy(Part::name, Collectors.counting()))
                        .forEach((name, count) -> {
                            if (count > 1) {
                                problems.add(list.where(), "'" + key.name() + "' names '" + name + "' twice");
                            }
                        });
        given.parametersOf(key.name()).forEach((name, setting) -> {
            if (!names.contains(name)) {
                String hint = Nearest.below(name, new PartKeys(extensions, given).of(key))
                        .map(nested -> ", " + nested)
                        .orElseGet(() ->
                                ": " + key.name() + " is [" + String.join(",", names) + "], without '" + name + "'");
                problems.add(setting.where(), "unknown key '" + key.name() + "." + name + "'" + hint);
            }
        });
        return parts;
    }

    /** Refuses a parameter that stands beside one of several parts and is also set for all parts of its name. */
    private void refuseBoth(Setting item, String partKey) {
        if (item instanceof Setting.Fields beside) {
            given.parametersOf(partKey).forEach((parameter, setting) -> {
                if (beside.fields().containsKey(parameter)) {
                    problems.add(
                            setting.where(),
                            "'" + partKey + "." + parameter + "' is set twice: here and beside a name in the list");
                }
            });
        }
    }

    private List<String> names(ExtensionPoint<?> point) {
        return extensions.contributions(point.id()).stream()
                .map(Contribution::name)
                .toList();
    }
}
