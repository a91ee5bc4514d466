package org.gan4j.experiments.library.metric;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Truth;
import org.gan4j.api.metric.Metric;

/** A subject whose "generator" is written into the test. */
record Fixed(Dataset dataset, Source source, long seed) implements Metric.Subject {
    /** Fills one example. */
    interface Source {
        void next(Random random, int index, float[] example);
    }

    @Override
    public FloatTensor sample(int count, String stream) {
        Random random = new Random(seed + stream.hashCode());
        int width = dataset.shape().size();
        float[] values = new float[count * width];
        float[] example = new float[width];
        for (int i = 0; i < count; i++) {
            source.next(random, i, example);
            System.arraycopy(example, 0, values, i * width, width);
        }
        return new FloatTensor(dataset.shape().prepend(count), values);
    }

    /** Draws from equal Gaussians exactly as the density says. */
    static Source perfect(List<double[]> modes, double deviation) {
        return (random, index, example) -> {
            double[] mode = modes.get(random.nextInt(modes.size()));
            for (int k = 0; k < example.length; k++) {
                example[k] = (float) (mode[k] + deviation * random.nextGaussian());
            }
        };
    }

    /** A mixture of equal Gaussians, independent of the data sets of the program. */
    record Gaussians(List<double[]> modes, double modeDeviation) implements Dataset.Sampler, Truth {
        @Override
        public Shape shape() {
            return Shape.of(modes.get(0).length);
        }

        @Override
        public Optional<Truth> truth() {
            return Optional.of(this);
        }

        @Override
        public <T> Expr<T> draw(Noise<T> noise) {
            throw new UnsupportedOperationException("metrics draw nothing from the data");
        }

        @Override
        public double logDensity(double[] x) {
            double sum = 0;
            for (double[] mode : modes) {
                double product = 1;
                for (int k = 0; k < x.length; k++) {
                    double z = (x[k] - mode[k]) / modeDeviation;
                    product *= Math.exp(-z * z / 2) / (modeDeviation * Math.sqrt(2 * Math.PI));
                }
                sum += product / modes.size();
            }
            return Math.log(sum);
        }

        Fixed perfect(long seed) {
            return new Fixed(this, Fixed.perfect(modes, modeDeviation), seed);
        }
    }

    /** The even distribution on 0…1. */
    record Even() implements Truth {
        @Override
        public double logDensity(double[] x) {
            return x[0] >= 0 && x[0] <= 1 ? 0 : Double.NEGATIVE_INFINITY;
        }

        @Override
        public List<double[]> modes() {
            return List.of(new double[] {0.5});
        }

        @Override
        public double modeDeviation() {
            // A power of two, so that 0 and 1 are edges.
            return 0.25;
        }
    }
}
