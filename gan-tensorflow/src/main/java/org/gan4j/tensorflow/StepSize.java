package org.gan4j.tensorflow;

import java.util.Map;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.train.Draws;
import org.gan4j.api.train.Player;
import org.gan4j.plain.shape.ShapeAlgebra;
import org.gan4j.tensorflow.train.PlayerNets;

/**
 * The work of one step.
 *
 * @param weights      the number of weights of both players
 * @param batch        the number of examples
 * @param convolutions whether a weight is used at many places of an example
 */
record StepSize(long weights, int batch, boolean convolutions) {
    /** Up to so many products of a weight and a value, threads take longer to meet than the work that they share. */
    private static final long FEW_PRODUCTS = 1L << 25;

    static StepSize of(Experiment experiment) {
        Experiment.Parts parts = experiment.parts();
        Draws draws = Draws.of(parts.dataset().value(), parts.prior().value());
        PlayerNets nets = PlayerNets.of(parts, draws);
        ShapeAlgebra shapes = ShapeAlgebra.of(parts.dataset().value());
        apply(nets.generator(), shapes, Player.GENERATOR, draws.latent());
        apply(nets.discriminator(), shapes, Player.DISCRIMINATOR, draws.example());
        Map<String, Shape> weights = shapes.parameters();
        return new StepSize(
                shapes.parameterCount(),
                experiment.batch(),
                weights.values().stream().anyMatch(shape -> shape.rank() > 2));
    }

    private static void apply(NetSpec net, ShapeAlgebra shapes, Player player, Shape input) {
        net.apply(shapes, player.scope(), Expr.of(shapes, input.batched()));
    }

    /** Tells whether one thread makes an operation of the step as fast as several would. */
    boolean isSmall() {
        return !convolutions && weights * batch <= FEW_PRODUCTS;
    }
}
