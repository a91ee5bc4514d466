package org.gan4j.experiments.store.game;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.Loss;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Turn;
import org.gan4j.experiments.store.Json;

/**
 * The rules of one experiment's game, as its parts define them.
 *
 * @param loss          the name of the loss
 * @param discriminator formula of L_D
 * @param generator     formula of L_G
 * @param plan          the schedule as pseudo-code
 * @param updates       k, updates of D for one of G, where the schedule is Algorithm 1 of the paper; 0 where it is another
 * @param balance the c with dL_D/da = -c·dL_G/da at every logit a of a generated example: where G gains there, D loses
 * c times as much; 1 is a zero-sum game in everything that G can change, NaN if there is no such c
 * @param logits what D's logits mean under the loss
 * @param slopes the slopes of the experiment's loss, and of each probed loss
 */
public record GameDescription(
        String loss,
        String discriminator,
        String generator,
        String plan,
        int updates,
        double balance,
        LogitMeaning logits,
        List<LossSlopes> slopes) {
    private static final double PRECISION = 1e-9;

    public GameDescription {
        // Descriptions of earlier versions lack it.
        logits = logits == null ? LogitMeaning.PROBABILITY : logits;
    }

    public static GameDescription of(Experiment experiment) {
        Experiment.Parts parts = experiment.parts();
        Schedule schedule = parts.schedule().value();
        Map<String, Loss> losses = new LinkedHashMap<>();
        parts.probes().forEach(probe -> losses.putIfAbsent(probe.name(), probe.value()));
        losses.putIfAbsent(parts.loss().name(), parts.loss().value());
        return new GameDescription(
                parts.loss().name(),
                new Objective(parts.loss().value(), Player.DISCRIMINATOR).formula(),
                new Objective(parts.loss().value(), Player.GENERATOR).formula(),
                schedule.pseudoCode(),
                updates(schedule),
                balance(parts.loss().value()),
                parts.loss().value().logits(),
                losses.entrySet().stream()
                        .map(named -> LossSlopes.of(named.getKey(), named.getValue()))
                        .toList());
    }

    /**
     * Returns k if D alone is updated k times and then G alone once, each on fresh batches, and nobody rests; 0
     * otherwise.
     */
    static int updates(Schedule schedule) {
        if (schedule.turns().size() != 2 || !schedule.rests().isEmpty()) {
            return 0;
        }
        Turn first = schedule.turns().get(0);
        Turn second = schedule.turns().get(1);
        return first.equals(new Turn(List.of(Player.DISCRIMINATOR), first.times(), Turn.Batch.FRESH))
                        && second.equals(new Turn(List.of(Player.GENERATOR), 1, Turn.Batch.FRESH))
                ? first.times()
                : 0;
    }

    static double balance(Loss loss) {
        Objective discriminator = new Objective(loss, Player.DISCRIMINATOR);
        Objective generator = new Objective(loss, Player.GENERATOR);
        double ratio = -discriminator.fakeSlope(0, 0) / generator.fakeSlope(0, 0);
        for (int bin = 0; bin <= LogitHistogram.BINS; bin++) {
            double a = LogitHistogram.edge(bin);
            double left = discriminator.fakeSlope(0, a) + ratio * generator.fakeSlope(0, a);
            if (!(Math.abs(left) <= PRECISION * Math.max(1, Math.abs(ratio)))) {
                return Double.NaN;
            }
        }
        return ratio > 0 ? ratio : Double.NaN;
    }

    public boolean isZeroSum() {
        return Math.abs(balance - 1) < PRECISION;
    }

    public void write(Path file) {
        Json.write(file, this);
    }

    /** Reads a description; empty for runs of versions that wrote none. */
    public static Optional<GameDescription> read(Path file) {
        return Files.exists(file) ? Optional.of(Json.read(file, GameDescription.class)) : Optional.empty();
    }
}
