package org.gan4j.tensorflow;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.net.Layer;
import org.gan4j.losses.code.AuxiliaryClassifier;
import org.gan4j.losses.code.MutualInformation;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Normal;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Flatten;
import org.gan4j.standard.layer.Sequence;
import org.gan4j.standard.layer.activation.Tanh;
import org.gan4j.standard.layer.convolution.Convolution;
import org.gan4j.standard.net.LayersDiscriminator;
import org.gan4j.standard.prior.CodedPrior;
import org.gan4j.standard.prior.GaussianPrior;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms about classes and codes: both players follow the gradients of a computation in double precision on the host. */
@Tag("tensorflow")
class CodeGradientsTest {
    private static final Normal WEIGHTS = new Normal(0.7);
    private static final List<Layer> HIDDEN = List.of(dense(5), new Tanh());

    /** Random pictures of 4×3 pixels and one channel, with the classes 0, 1, 2, 0, …. */
    private record Pictures() implements Dataset.Finite {
        @Override
        public Shape shape() {
            return Shape.of(4, 3, 1);
        }

        @Override
        public int classes() {
            return 3;
        }

        @Override
        public Table load(Split split) {
            byte[] bytes = new byte[90 * 12];
            new Random(1).nextBytes(bytes);
            int[] labels = new int[90];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = i % 3;
            }
            return new Table(shape(), bytes, Optional.of(labels));
        }

        @Override
        public String digest() {
            return "pictures";
        }
    }

    private static Dense dense(int units) {
        return new Dense(units, WEIGHTS, new Constant(0.1));
    }

    /** The input of the last layer, which heads are given, is a picture and no row. */
    private static ExperimentBuilder experiment() {
        Discriminator convolutional = new LayersDiscriminator(List.of(
                new Convolution(2, 2, 1, 0, WEIGHTS, new Constant(0.1)),
                new Tanh(),
                new Sequence(List.of(new Flatten(), dense(1)))));
        return Experiments.ring()
                .dataset(new Pictures())
                .prior(new CodedPrior(new GaussianPrior(2, 1), List.of(3), 2))
                .discriminator(convolutional);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void of_mutual_information(boolean ownNet) {
        ExactGradients.assertTwoUpdates(experiment(), new MutualInformation(2, 0.5, ownNet, HIDDEN, WEIGHTS, "code"));
    }

    @Test
    void of_the_auxiliary_classifier() {
        ExactGradients.assertTwoUpdates(experiment(), new AuxiliaryClassifier(2, HIDDEN, WEIGHTS, "class"));
    }
}
