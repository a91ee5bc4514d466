package org.gan4j.experiments.reproduce.theory.setting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.ExperimentRunner;
import org.gan4j.api.run.Run;
import org.gan4j.api.train.Turn;

/**
 * A discriminator that a real backend has trained from scratch against a generator that stands still: x = mean + sd·z is a net of
 * one dense layer, and the schedule gives it no turn. Used by one thread.
 */
public final class TrainedDiscriminator implements AutoCloseable {
    /** Discriminator updates; with the decay below the rate has then fallen by e⁻⁶, so that D has come to rest. */
    private static final int UPDATES = 4000;

    private static final double MASS = 0.99;
    private static final int POINTS_A_DEVIATION = 50;

    private final Run run;

    private TrainedDiscriminator(Run run) {
        this.run = run;
    }

    /** Trains one on fresh batches. The same arguments give the same discriminator. */
    public static TrainedDiscriminator against(NormalPair pair, TheoryParts parts, long seed) {
        TrainedDiscriminator trained = untrained(pair, parts, seed);
        int perStep = parts.learning().turns().stream().mapToInt(Turn::times).sum();
        trained.learn(Math.max(1, UPDATES / perStep));
        return trained;
    }

    /** One with its first weights. */
    public static TrainedDiscriminator untrained(NormalPair pair, TheoryParts parts, long seed) {
        Experiment experiment = experiment(pair, parts, seed);
        return new TrainedDiscriminator(experiment.parts().backend().value().open(experiment));
    }

    /** Trains it on, by so many steps of its schedule. */
    public void learn(long steps) {
        if (steps > 0) {
            run.advance(steps);
        }
    }

    private static Experiment experiment(NormalPair pair, TheoryParts parts, long seed) {
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
        return game.toBuilder().loss(parts.minimax()).schedule(parts.learning()).build();
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
    public double distance(NormalPair pair) {
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
    private static double[] places(NormalPair pair) {
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
