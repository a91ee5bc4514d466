package org.gan4j.experiments.reproduce.section7.conditional;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.Generator;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.experiments.library.data.FashionMini;
import org.gan4j.standard.conditional.CaptionedGenerator;
import org.gan4j.standard.initializer.Constant;

/**
 * A generator that learns nothing: a typical real picture of the class that is asked for, or of one {@code shift} further, whatever z.
 *
 * @param shift classes between what is asked for and what is shown
 */
record Prototypes(int shift) implements Generator {
    /** Shows what is asked for. */
    public static final class Right extends GanModule {
        @Override
        protected void configure() {
            bind(Generator.class).toInstance(new CaptionedGenerator(new Prototypes(0), 10));
        }
    }

    /** Shows the next class. */
    public static final class Wrong extends GanModule {
        @Override
        protected void configure() {
            bind(Generator.class).toInstance(new CaptionedGenerator(new Prototypes(1), 10));
        }
    }

    @Override
    public NetSpec net(Shape latent, Shape data) {
        return NetSpec.of(List.of(new Shown(shift, data)));
    }

    private record Shown(int shift, Shape data) implements Layer {
        @Override
        public String kind() {
            return "shown";
        }

        @Override
        public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
            int latent = net.shape(x.raw()).dim(1);
            T pictures = net.constant(Shape.of(latent, data.size()), pictures(latent));
            // A weight of 0, because a player has something to train.
            T nothing = net.parameter(at.child("weights"), Shape.of(data.size()), new Constant(0));
            T shown = net.biasAdd(net.matMul(x.raw(), pictures), net.subtract(nothing, nothing));
            return x.with(net.reshape(shown, data.batched()));
        }

        /** Nothing for z, then for each class the training picture that is nearest to the mean of its class. */
        private double[] pictures(int latent) {
            Table train = new FashionMini().load(Split.TRAIN);
            int[] labels = train.labels().orElseThrow();
            double[] values = new double[latent * data.size()];
            for (int label = 0; label < 10; label++) {
                int shown = label;
                List<float[]> pictures = IntStream.range(0, labels.length)
                        .filter(i -> labels[i] == shown)
                        .mapToObj(train.toFloats()::row)
                        .toList();
                float[] typical = nearest(pictures, mean(pictures));
                int row = latent - 10 + Math.floorMod(label - shift, 10);
                for (int k = 0; k < typical.length; k++) {
                    values[row * typical.length + k] = typical[k];
                }
            }
            return values;
        }

        private static double[] mean(List<float[]> pictures) {
            double[] mean = new double[pictures.get(0).length];
            for (float[] picture : pictures) {
                for (int k = 0; k < mean.length; k++) {
                    mean[k] += picture[k] / pictures.size();
                }
            }
            return mean;
        }

        private static float[] nearest(List<float[]> pictures, double[] mean) {
            return pictures.stream()
                    .min(Comparator.comparingDouble(picture -> IntStream.range(0, mean.length)
                            .mapToDouble(k -> (picture[k] - mean[k]) * (picture[k] - mean[k]))
                            .sum()))
                    .orElseThrow();
        }
    }
}
