package org.gan4j.experiments.reproduce.theory.setting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Dataset;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Turn;
import org.gan4j.binding.Setting;
import org.gan4j.registry.Extensions;

/**
 * The contributed parts whose theory is measured, found by name as experiments find them: what is measured is what trains.
 *
 * @param minimax       the loss of equation 1
 * @param nonSaturating the loss of section 3's second thought
 * @param learning      how a discriminator learns against a generator that stands still
 */
public record TheoryParts(Extensions extensions, Loss minimax, Loss nonSaturating, Schedule learning) {
    /** The discriminator's turns of another schedule. */
    private record OneSided(Schedule whole) implements Schedule {
        @Override
        public List<Turn> turns() {
            return whole.turns().stream()
                    .filter(turn -> turn.players().equals(List.of(Player.DISCRIMINATOR)))
                    .toList();
        }
    }

    public static TheoryParts of(Extensions extensions) {
        return new TheoryParts(
                extensions,
                part(extensions, Loss.POINT, "minimax", Map.of()),
                part(extensions, Loss.POINT, "non-saturating", Map.of()),
                new OneSided(part(extensions, Schedule.POINT, "algorithm-1", Map.of())));
    }

    /** N(0, 1) on the line, as data. */
    Dataset.Sampler data() {
        return (Dataset.Sampler) part(extensions, Dataset.POINT, "gaussian-1d", Map.of("mean", "0", "deviation", "1"));
    }

    /** N(0, 1) on the line, as the generator's noise. */
    Prior prior() {
        return part(extensions, Prior.POINT, "gaussian", Map.of("size", "1"));
    }

    private static <P> P part(
            Extensions extensions, ExtensionPoint<P> point, String name, Map<String, String> parameters) {
        Map<String, Setting> fields = new LinkedHashMap<>();
        fields.put("name", new Setting.Text(name, name));
        parameters.forEach((key, value) -> fields.put(key, new Setting.Text(value, key)));
        Problems problems = new Problems();
        var part = extensions.part(point, point.id(), new Setting.Fields(fields, name), problems);
        problems.throwIfAny();
        return part.map(Part::value).orElseThrow();
    }
}
