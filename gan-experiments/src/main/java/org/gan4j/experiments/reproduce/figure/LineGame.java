package org.gan4j.experiments.reproduce.figure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Truth;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Nets;
import org.gan4j.api.run.Run;
import org.gan4j.experiments.library.metric.Jsd;

/**
 * A game between numbers at one moment: what figure 1 of the paper draws.
 *
 * <p>p_g is not estimated from samples: the latent line is cut into equally likely pieces, and the probability of each is laid evenly
 * on the stretch between G's values at its ends. That is the change of variables p_z(z)·|dz/dx|, summed over all z with
 * G(z) = x, and it stays finite where G stands still or folds back. All densities are means over the bins of the axis.
 *
 * @param step      of the training
 * @param low       left end of the axis
 * @param high      right end
 * @param data      p_data in each bin
 * @param generated p_g in each bin
 * @param opinion   D(x) in the middle of each bin
 * @param z         latents, equally likely ones, ascending
 * @param images    G(z) of each
 */
record LineGame(
        long step,
        double low,
        double high,
        double[] data,
        double[] generated,
        double[] opinion,
        double[] z,
        double[] images) {
    /** The share of the two distributions on which D is compared with D*. */
    static final double MASS = 0.99;

    /** Less than this share of the highest density is next to nothing. */
    private static final double SEEN = 0.002;

    private static final int BINS = 400;
    private static final int PIECES = 20_000;
    private static final int ARROWS = 21;
    /** The axis ends so many standard deviations from the outermost centres. */
    private static final double REACH = 4.5;

    /**
     * Looks at a run; changes nothing in it.
     *
     * @throws InvalidInput if its data are not numbers of a known density, or its latents not single numbers
     */
    static LineGame of(Experiment experiment, Run run) {
        Truth truth = truth(experiment);
        double[] centres =
                truth.centres().stream().mapToDouble(centre -> centre[0]).toArray();
        double margin = REACH * truth.modeDeviation();
        double low = Arrays.stream(centres).min().orElseThrow() - margin;
        double high = Arrays.stream(centres).max().orElseThrow() + margin;
        double[] middles = IntStream.range(0, BINS)
                .mapToDouble(i -> low + (i + 0.5) * (high - low) / BINS)
                .toArray();
        double[] data = Arrays.stream(middles)
                .map(x -> Math.exp(truth.logDensity(new double[] {x})))
                .toArray();
        Shape latent = experiment.parts().prior().value().shape();
        double[] pieces = QuantileNoise.quantiles(experiment.parts().prior().value(), PIECES);
        double[] arrows = QuantileNoise.quantiles(experiment.parts().prior().value(), ARROWS);
        return new LineGame(
                run.step(),
                low,
                high,
                data,
                pushed(images(run, latent, pieces), low, high, BINS),
                opinion(run, experiment.parts().dataset().value().shape(), middles),
                arrows,
                images(run, latent, arrows));
    }

    /** Refuses an experiment that cannot be drawn, before it is trained. */
    static void check(Experiment experiment) {
        truth(experiment);
        QuantileNoise.quantiles(experiment.parts().prior().value(), 2);
    }

    private static Truth truth(Experiment experiment) {
        Truth truth = experiment
                .parts()
                .dataset()
                .value()
                .truth()
                .orElseThrow(() ->
                        new InvalidInput("dataset", "figure 1 needs data whose density is known, such as gaussian-1d"));
        if (experiment.parts().dataset().value().shape().size() != 1) {
            throw new InvalidInput("dataset", "figure 1 draws x on a line, so x is one number, as of gaussian-1d");
        }
        return truth;
    }

    private static double[] images(Nets run, Shape latent, double[] z) {
        return doubles(run.generate(new FloatTensor(latent.prepend(z.length), floats(z)))
                .values());
    }

    private static double[] opinion(Nets run, Shape example, double[] x) {
        float[] logits = run.score(new FloatTensor(example.prepend(x.length), floats(x)));
        return Arrays.stream(doubles(logits))
                .map(logit -> 1 / (1 + Math.exp(-logit)))
                .toArray();
    }

    /**
     * The density of G(z), as the mean over each bin: the equally likely pieces between neighbours are laid between their images, and
     * half a piece beyond each end.
     */
    static double[] pushed(double[] images, double low, double high, int bins) {
        double[] density = new double[bins];
        double width = (high - low) / bins;
        double share = 1.0 / images.length / width;
        for (int i = 0; i + 1 < images.length; i++) {
            double from = (Math.min(images[i], images[i + 1]) - low) / width;
            double to = (Math.max(images[i], images[i + 1]) - low) / width;
            lay(density, from, to, share);
        }
        int last = images.length - 1;
        half(density, images[0], images[1], low, width, share / 2);
        half(density, images[last], images[last - 1], low, width, share / 2);
        return density;
    }

    /** Lays half a piece beyond an end, as thinly as the whole piece before it. */
    private static void half(double[] density, double end, double before, double low, double width, double share) {
        double beyond = end + (end - before) / 2;
        lay(density, (Math.min(end, beyond) - low) / width, (Math.max(end, beyond) - low) / width, share);
    }

    /** Lays a share evenly between two places that are measured in bins; what lies off the axis is lost. */
    private static void lay(double[] density, double from, double to, double share) {
        if (!(to >= 0 && from < density.length)) {
            return;
        }
        if ((int) from == (int) to && from >= 0) {
            density[(int) from] += share;
            return;
        }
        for (int bin = (int) Math.max(0, from); bin <= Math.min(to, density.length - 1); bin++) {
            double overlap = Math.min(to, bin + 1) - Math.max(from, bin);
            density[bin] += share * overlap / (to - from);
        }
    }

    int bins() {
        return data.length;
    }

    /** The middle of a bin. */
    double x(int bin) {
        return low + (bin + 0.5) * width();
    }

    private double width() {
        return (high - low) / bins();
    }

    /** D*(x) = p_data(x) / (p_data(x) + p_g(x)), proposition 1. */
    double optimum(int bin) {
        return data[bin] / (data[bin] + generated[bin]);
    }

    /** Returns whether a bin holds enough of either distribution for D* to be worth drawing; a ratio of tiny numbers says nothing. */
    boolean isSeen(int bin) {
        return mixture(bin) > SEEN * Arrays.stream(data).max().orElseThrow();
    }

    /** The Jensen-Shannon divergence of p_data and p_g in nats; what lies off the axis counts as one more bin. */
    double divergence() {
        return Jsd.divergence(masses(data), masses(generated));
    }

    /** The probability of each bin, and of what lies off the axis. */
    private double[] masses(double[] density) {
        double[] masses = new double[bins() + 1];
        double off = 1;
        for (int i = 0; i < bins(); i++) {
            masses[i] = density[i] * width();
            off -= masses[i];
        }
        masses[bins()] = Math.max(0, off);
        return masses;
    }

    /** The greatest |D(x) - D*(x)| where the densest {@link #MASS} of p_data and p_g together lie. */
    double distanceFromOptimum() {
        return worst(i -> Math.abs(opinion[i] - optimum(i)));
    }

    /** The greatest |D(x) - 1/2| there. */
    double distanceFromHalf() {
        return worst(i -> Math.abs(opinion[i] - 0.5));
    }

    private double worst(IntToDoubleFunction distance) {
        double worst = 0;
        double mass = 0;
        for (int bin : IntStream.range(0, bins())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -mixture(i)))
                .toList()) {
            if (mass >= MASS) {
                break;
            }
            mass += mixture(bin) * width();
            worst = Math.max(worst, distance.applyAsDouble(bin));
        }
        return worst;
    }

    private double mixture(int bin) {
        return (data[bin] + generated[bin]) / 2;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
