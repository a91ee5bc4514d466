package org.gan4j.experiments.reproduce;

import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.Loss;
import org.gan4j.api.part.Part;
import org.gan4j.api.run.Experiment;
import org.gan4j.api.train.Schedule;

/** An experiment with other rules: the same players and data under another loss, schedule and seed. */
public final class Altered {
    private Altered() {}

    public static Experiment of(Experiment game, Loss loss, Schedule schedule, long seed) {
        Experiment.Parts old = game.parts();
        Part<Loss> otherLoss = swapped(old.loss(), loss);
        Part<Schedule> otherSchedule = swapped(old.schedule(), schedule);
        SortedMap<String, String> settings = new TreeMap<>(game.settings());
        settings.putAll(otherLoss.settings());
        settings.putAll(otherSchedule.settings());
        settings.put("seed", Long.toString(seed));
        Experiment.Parts parts = new Experiment.Parts(
                otherLoss,
                old.generator(),
                old.discriminator(),
                old.prior(),
                otherSchedule,
                old.optimizer(),
                old.dataset(),
                old.backend(),
                old.metrics(),
                old.terms(),
                old.probes());
        return new Experiment(
                game.name(),
                parts,
                seed,
                game.batch(),
                game.budget(),
                game.cadence(),
                game.device(),
                game.runs(),
                settings);
    }

    /** Another value in the place of a part, under its class's name. */
    public static <P> Part<P> swapped(Part<P> part, P value) {
        return new Part<>(part.key(), value.getClass().getName(), value, new TreeMap<>(), "");
    }
}
