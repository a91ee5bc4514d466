package org.gan4j.experiments.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.Loss;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.plugin.About;
import org.gan4j.api.plugin.Contribution;
import org.gan4j.api.plugin.ExtensionPoint;
import org.gan4j.api.plugin.Extensions;
import org.gan4j.api.plugin.Part;
import org.gan4j.api.plugin.Setting;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.train.Player;

/**
 * A loss at hand: contributed by name, or bound by a module that was named with {@code --module}.
 *
 * @param plugin class of the module it comes from
 */
record ContributedLoss(Part<Loss> part, String plugin) {
    /** All of them, with their default parameters. */
    static List<ContributedLoss> all(Extensions extensions) {
        Problems problems = new Problems();
        List<ContributedLoss> losses = new ArrayList<>();
        bound(extensions).ifPresent(losses::add);
        for (Contribution contribution : extensions.contributions(ExtensionPoint.LOSS.id())) {
            build(extensions, new Setting.Text(contribution.name(), contribution.name()), problems)
                    .ifPresent(losses::add);
        }
        problems.throwIfAny();
        return losses;
    }

    /**
     * One of them.
     *
     * @param settings its parameters as {@code key=value}
     * @throws InvalidInput if there is none of this name, or the parameters do not fit
     */
    static ContributedLoss of(Extensions extensions, String name, List<String> settings) {
        Optional<ContributedLoss> bound =
                bound(extensions).filter(loss -> loss.name().equals(name));
        if (bound.isPresent() && settings.isEmpty()) {
            return bound.get();
        }
        Map<String, Setting> fields = new LinkedHashMap<>();
        fields.put("name", new Setting.Text(name, name));
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new InvalidInput(setting, "one loss at a time; parameters are written key=value");
            }
            fields.put(setting.substring(0, equals), Setting.parse(setting.substring(equals + 1), setting));
        }
        Problems problems = new Problems();
        Optional<ContributedLoss> loss = build(extensions, new Setting.Fields(fields, name), problems);
        problems.throwIfAny();
        return loss.orElseThrow();
    }

    private static Optional<ContributedLoss> bound(Extensions extensions) {
        return extensions.swapped(ExtensionPoint.LOSS).map(part -> new ContributedLoss(part, part.module()));
    }

    private static Optional<ContributedLoss> build(Extensions extensions, Setting setting, Problems problems) {
        return extensions
                .part(ExtensionPoint.LOSS, "loss", setting, problems)
                .map(part -> new ContributedLoss(
                        part,
                        extensions
                                .contribution(ExtensionPoint.LOSS, part.name())
                                .map(contribution -> contribution.module().getName())
                                .orElseThrow()));
    }

    String name() {
        return part.name();
    }

    Loss loss() {
        return part.value();
    }

    /** What it is for, or empty. */
    String purpose() {
        return about().map(About::value).orElse("");
    }

    /** Where it comes from, or empty. */
    String source() {
        return about().map(About::source).orElse("");
    }

    private Optional<About> about() {
        return Optional.ofNullable(part.type().getAnnotation(About.class));
    }

    Objective discriminator() {
        return new Objective(loss(), Player.DISCRIMINATOR);
    }

    Objective generator() {
        return new Objective(loss(), Player.GENERATOR);
    }
}
