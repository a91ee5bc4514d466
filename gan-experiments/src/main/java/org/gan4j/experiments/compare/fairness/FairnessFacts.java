package org.gan4j.experiments.compare.fairness;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Outcome;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.track.RunRecord;
import org.gan4j.api.train.Player;
import org.gan4j.experiments.store.ComparisonConditions;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.plain.shape.ShapeAlgebra;

/**
 * The facts about one run that must agree with the other runs of a comparison.
 *
 * @param settings the settings that can change what is learned
 * @param found facts that follow from them or are in a run's folder: number of weights, updates made, digest of the
 * data, class and jar of each part, device; a run that has not ended lacks some
 */
public record FairnessFacts(SortedMap<String, String> settings, SortedMap<String, String> found) {
    /**
     * The observation settings. They do not affect training, and metrics with different protocols are kept apart in any
     * case.
     */
    private static final List<String> NO_MATTER = List.of(
            "seed",
            "runs",
            "precision.force",
            "eval.every",
            "costly.every",
            "report.every",
            "checkpoint.every",
            "checkpoint.keep",
            "checkpoint.permanent",
            "checkpoint.best",
            "metrics",
            "probes",
            "modules");

    /** Returns the facts of an experiment before it runs. */
    public static FairnessFacts of(Experiment experiment) {
        SortedMap<String, String> settings = new TreeMap<>(experiment.settings());
        settings.keySet().removeIf(FairnessFacts::isNoMatter);
        SortedMap<String, String> found = new TreeMap<>();
        Experiment.Parts parts = experiment.parts();
        parts.all().forEach(part -> code(found, part.key(), part.type().getName(), ""));
        weights(found, parts);
        return new FairnessFacts(settings, found);
    }

    /** Returns the facts of a run, including those in its folder. */
    public static FairnessFacts of(Outcome outcome) {
        FairnessFacts facts = of(outcome.experiment());
        RunFolder folder = new RunFolder(outcome.folder());
        if (folder.isRun()) {
            RunRecord record = folder.record();
            record.parts().forEach(part -> code(facts.found, part.key(), part.type(), part.jar()));
            put(facts.found, "dataset.digest", record.data().digest());
            put(facts.found, "device.used", record.device());
        }
        if (outcome.status() == Status.FINISHED) {
            for (Player player : Player.values()) {
                facts.found.put(
                        "updates." + player.letter().toLowerCase(Locale.ROOT), Long.toString(updates(outcome, player)));
            }
        }
        return facts;
    }

    private static boolean isNoMatter(String key) {
        return NO_MATTER.stream().anyMatch(ignored -> ComparisonConditions.isWithin(key, ignored));
    }

    private static void code(SortedMap<String, String> found, String key, String type, String jar) {
        if (!isNoMatter(key)) {
            put(found, key + ".class", type);
            put(found, key + ".jar", jar);
        }
    }

    private static void put(SortedMap<String, String> found, String key, String value) {
        if (!value.isEmpty()) {
            found.put(key, value);
        }
    }

    private static void weights(SortedMap<String, String> found, Experiment.Parts parts) {
        Dataset data = parts.dataset().value();
        Shape latent = parts.prior().value().shape();
        NetSpec generator = parts.generator().value().net(latent, data.shape());
        found.put("parameters.g", weights(data, Player.GENERATOR, generator, latent));
        NetSpec discriminator = parts.discriminator().value().net(data.shape());
        found.put("parameters.d", weights(data, Player.DISCRIMINATOR, discriminator, data.shape()));
    }

    private static String weights(Dataset data, Player player, NetSpec net, Shape input) {
        ShapeAlgebra shapes = ShapeAlgebra.of(data);
        net.apply(shapes, player.scope(), new Expr<>(shapes, input.batched()));
        return Long.toString(shapes.parameterCount());
    }

    private static long updates(Outcome outcome, Player player) {
        return outcome.experiment().parts().schedule().value().updates(player, outcome.steps());
    }
}
