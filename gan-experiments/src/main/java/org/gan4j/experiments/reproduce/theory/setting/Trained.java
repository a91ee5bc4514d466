package org.gan4j.experiments.reproduce.theory.setting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.Experiment;
import org.gan4j.api.ExperimentRunner;
import org.gan4j.api.Loss;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.plugin.Part;
import org.gan4j.api.run.Run;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Turn;

/**
 * A discriminator that a real backend has trained from scratch against a generator that stands still: x = mean + sd·z is a net of
 * one dense layer, and the schedule gives it no turn. Used by one thread.
 */
public final class Trained implements AutoCloseable {
    /** Discriminator updates; with the decay below the rate has then fallen by e⁻⁶, so that D has come to rest. */
    private static final int UPDATES = 4000;

    private static final double MASS = 0.99;
    private static final int POINTS_A_DEVIATION = 50;

    private final Run run;

    private Trained(Run run) {
        this.run = run;
    }

    /** Trains one on fresh batches. The same arguments give the same discriminator. */
    public static Trained against(Pair pair, Parts parts, long seed) {
        Experiment experiment = experiment(pair, parts, seed);
        Run run = experiment.parts().backend().value().open(experiment);
        int perStep = parts.learning().turns().stream().mapToInt(Turn::times).sum();
        run.advance(Math.max(1, UPDATES / perStep));
        return new Trained(run);
    }

    private static Experiment experiment(Pair pair, Parts parts, long seed) {
        Experiment game = parts.extensions()
                .instance(ExperimentRunner.class)
                .resolve(
                        "gaussian-1d",
                        "dataset.mean=0",
                        "dataset.deviation=1",
                        "prior.size=1",
                        "generator.hidden=[]",
                        "generator.weights=constant",
                        "generator.weights.value=" + pair.sd(),
                        "generator.bias=constant",
                        "generator.bias.value=" + pair.mean(),
                        "discriminator.hidden=[64,64]",
                        "discriminator.activation=leaky-relu",
                        "optimizer.rate=0.02",
                        "optimizer.decay=1.0015",
                        "batch=256",
                        "device=cpu",
                        "metrics=[]",
                        "seed=" + seed)
                .get(0);
        Experiment.Parts old = game.parts();
        Part<Loss> loss = swapped(old.loss(), parts.minimax());
        Part<Schedule> schedule = swapped(old.schedule(), parts.learning());
        SortedMap<String, String> settings = new TreeMap<>(game.settings());
        settings.putAll(loss.settings());
        settings.putAll(schedule.settings());
        Experiment.Parts ours = new Experiment.Parts(
                loss,
                old.generator(),
                old.discriminator(),
                old.prior(),
                schedule,
                old.optimizer(),
                old.dataset(),
                old.backend(),
                old.metrics(),
                old.terms(),
                old.probes());
        return new Experiment(
                game.name(),
                ours,
                game.seed(),
                game.batch(),
                game.budget(),
                game.cadence(),
                game.device(),
                game.runs(),
                settings);
    }

    private static <P> Part<P> swapped(Part<P> part, P value) {
        return new Part<>(part.key(), value.getClass().getName(), value, new TreeMap<>(), "");
    }

    /** Its logits. */
    public double[] logits(double... x) {
        float[] examples = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            examples[i] = (float) x[i];
        }
        float[] scores = run.score(new FloatTensor(Shape.of(x.length, 1), examples));
        double[] logits = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            logits[i] = scores[i];
        }
        return logits;
    }

    /** The largest |D - D*| over a grid on the densest region that holds 99 % of (p_data + p_g)/2. */
    public double distance(Pair pair) {
        double[] places = places(pair);
        double[] logits = logits(places);
        double largest = 0;
        for (int i = 0; i < places.length; i++) {
            double difference = probability(logits[i]) - probability(pair.logOdds(places[i]));
            largest = Math.max(largest, Math.abs(difference));
        }
        return largest;
    }

    /** Grid points in order of density until they hold so much of the mass. */
    private static double[] places(Pair pair) {
        Quadrature range = Quadrature.over(pair);
        double step = Math.min(1, pair.sd()) / POINTS_A_DEVIATION;
        int count = (int) (range.width() * range.panels() / step);
        List<Double> points = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            points.add(range.from() + i * step);
        }
        points.sort(Comparator.comparingDouble(x -> -pair.logMixture(x)));
        double mass = 0;
        int taken = 0;
        while (taken < points.size() && mass < MASS) {
            mass += Math.exp(pair.logMixture(points.get(taken++))) * step;
        }
        return points.subList(0, taken).stream().mapToDouble(x -> x).toArray();
    }

    private static double probability(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    @Override
    public void close() {
        run.close();
    }
}
