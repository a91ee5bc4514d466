package org.gan4j.tensorflow.backward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.train.Player;
import org.gan4j.tensorflow.graph.Gradients;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;

/**
 * One pass of the discriminator through real and generated examples, and one way back that serves both players.
 *
 * <p>A logit depends on its own example alone. So the derivative of any objective by a tensor inside of the pass is, row by row,
 * the derivative of the logits by the tensor times the derivative of the objective by the logit of that row. The former is
 * computed once. The latter are two short vectors, one for each player's objective.
 */
public final class SharedPass {
    private final GraphAlgebra net;
    private final Gradients gradients;
    private final ExampleWise way;
    private final Output<TFloat32> generated;
    private final Scores<Operand<TFloat32>> scores;
    private final int count;
    private final List<Output<TFloat32>> slopes;

    private SharedPass(GraphAlgebra net, Gradients gradients, ExampleWise way, Operand<TFloat32> generated) {
        this.net = net;
        this.gradients = gradients;
        this.way = way;
        this.generated = generated.asOutput();
        count = Nodes.shape(way.logits()).dim(0) / 2;
        scores = new Scores<>(cut(0), cut(1));
        slopes = gradients.adjoints(
                way.logits(),
                net.nodes().fill(Shape.of(2 * count), 1),
                way.entries().stream().map(ExampleWise.Entry::result).toList());
    }

    /**
     * Returns the pass, or nothing where examples are not known to be kept apart.
     *
     * @param batch  real examples, followed by as many generated ones
     * @param logits those of the batch
     */
    public static Optional<SharedPass> of(
            GraphAlgebra net,
            Gradients gradients,
            Operand<TFloat32> batch,
            Operand<TFloat32> generated,
            Operand<TFloat32> logits) {
        return ExampleWise.between(batch, logits).map(way -> new SharedPass(net, gradients, way, generated));
    }

    /** Returns both sides' logits as objectives are to be computed from; derivatives end there. */
    public Scores<Operand<TFloat32>> scores() {
        return scores;
    }

    private Expr<Operand<TFloat32>> cut(int half) {
        return net.expr(net.stopGradient(net.slice(way.logits(), 0, half * count, (half + 1) * count)));
    }

    /** Returns the gradient of a player's objective by its weights, or nothing where one of them has none. */
    public Optional<List<Output<TFloat32>>> gradient(
            Player player, Operand<TFloat32> objective, List<Variable<TFloat32>> weights) {
        return switch (player) {
            case DISCRIMINATOR -> ofDiscriminator(objective, weights);
            case GENERATOR -> ofGenerator(objective, weights);
        };
    }

    private Optional<List<Output<TFloat32>>> ofDiscriminator(
            Operand<TFloat32> objective, List<Variable<TFloat32>> weights) {
        Operand<TFloat32> shares =
                net.concat(0, List.of(share(objective, scores.real()), share(objective, scores.fake())));
        Map<Output<TFloat32>, Operand<TFloat32>> adjoints = new HashMap<>();
        for (int i = 0; i < slopes.size(); i++) {
            ExampleWise.Entry entry = way.entries().get(i);
            Operand<TFloat32> adjoint = net.multiply(slopes.get(i), column(shares, slopes.get(i)));
            gradients
                    .back(entry.result(), adjoint, entry.weights())
                    .ifPresent(part -> adjoints.merge(entry.weights(), part, net::add));
        }
        List<Output<TFloat32>> all = new ArrayList<>();
        for (Variable<TFloat32> weight : weights) {
            Optional<Operand<TFloat32>> gradient = adjoints.entrySet().stream()
                    .flatMap(each -> back(each.getKey(), each.getValue(), weight.read()).stream())
                    .reduce(net::add);
            if (gradient.isEmpty()) {
                return Optional.empty();
            }
            all.add(gradient.get().asOutput());
        }
        return Optional.of(all);
    }

    private Optional<Operand<TFloat32>> back(
            Output<TFloat32> made, Operand<TFloat32> adjoint, Output<TFloat32> weight) {
        if (made.equals(weight)) {
            return Optional.of(adjoint);
        }
        return ExampleWise.operation(made).type().equals("ReadVariableOp")
                ? Optional.empty()
                : gradients.back(made, adjoint, weight);
    }

    private Optional<List<Output<TFloat32>>> ofGenerator(
            Operand<TFloat32> objective, List<Variable<TFloat32>> weights) {
        Operand<TFloat32> slope = ofGenerated();
        Operand<TFloat32> adjoint = net.multiply(slope, column(share(objective, scores.fake()), slope));
        List<Output<TFloat32>> reads = weights.stream().map(Variable::read).toList();
        return Optional.of(gradients.adjoints(generated, adjoint, reads));
    }

    /** Returns the derivative of each generated example's logit by the example. */
    private Operand<TFloat32> ofGenerated() {
        Optional<Output<TFloat32>> factor = way.firstFactor();
        if (factor.isEmpty()) {
            Operand<TFloat32> ones = net.nodes().fill(Shape.of(2 * count), 1);
            return generated(gradients.back(way.logits(), ones, way.batch()).orElseThrow());
        }
        Operand<TFloat32> through = net.matMulTransposed(
                generated(slopes.get(0)), way.entries().get(0).weights());
        if (factor.get().equals(way.batch())) {
            return through;
        }
        Operand<TFloat32> none = net.nodes().fill(Nodes.shape(through), 0);
        Operand<TFloat32> adjoint = net.concat(0, List.of(none, through));
        return generated(gradients.back(factor.get(), adjoint, way.batch()).orElseThrow());
    }

    private Operand<TFloat32> generated(Operand<TFloat32> rows) {
        return net.slice(rows, 0, count, 2 * count);
    }

    /** Returns the derivative of an objective by the logits of one side. */
    private Operand<TFloat32> share(Operand<TFloat32> objective, Expr<Operand<TFloat32>> side) {
        return gradients.back(objective, net.constant(1), side.raw()).orElseGet(() -> net.nodes()
                .fill(Shape.of(count), 0));
    }

    /** Returns one value a row in a shape that stretches over the rows of a tensor. */
    private Operand<TFloat32> column(Operand<TFloat32> values, Operand<TFloat32> like) {
        int[] dims = new int[Nodes.shape(like).rank()];
        Arrays.fill(dims, 1);
        dims[0] = Nodes.shape(values).dim(0);
        return net.reshape(values, Shape.of(dims));
    }
}
