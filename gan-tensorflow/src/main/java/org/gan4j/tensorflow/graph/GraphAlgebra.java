package org.gan4j.tensorflow.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.experiment.Precision;
import org.gan4j.plain.state.KeptStates;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The algebra as TensorFlow operations on float32, whose products may be of another precision. One instance builds one sub-graph, such as an update of the discriminator:
 * its random draws are numbered within it, while weights are shared with all others.
 */
public final class GraphAlgebra implements NetAlgebra<Operand<TFloat32>> {
    private final Nodes nodes;
    private final Parameters parameters;
    private final Function<String, Stream> streams;
    private final boolean training;
    private final Function<Variable<TFloat32>, Operand<TFloat32>> reading;
    private final Products products;
    private final Convolutions images;
    private final KeptStates<Operand<TFloat32>> states;
    private final Map<Scope, Integer> uses = new HashMap<>();

    private GraphAlgebra(
            Nodes nodes,
            Parameters parameters,
            Function<String, Stream> streams,
            boolean training,
            Precision precision,
            Function<Variable<TFloat32>, Operand<TFloat32>> reading) {
        this.nodes = nodes;
        this.parameters = parameters;
        this.streams = streams;
        this.training = training;
        this.reading = reading;
        products = new Products(nodes, precision);
        images = new Convolutions(nodes, products);
        states = new KeptStates<>(parameters::state, Nodes::shape, training);
    }

    /**
     * Nets as they are trained.
     *
     * @param streams the random stream of a layer's use, by its name
     */
    public static GraphAlgebra training(
            Nodes nodes, Parameters parameters, Precision precision, Function<String, Stream> streams) {
        return new GraphAlgebra(nodes, parameters, streams, true, precision, Variable::read);
    }

    /** Creates an algebra for nets as they are used after training. Layers that draw then draw the same each time. */
    public static GraphAlgebra evaluating(Nodes nodes, Parameters parameters, Streams streams) {
        return using(nodes, parameters, streams, Variable::read);
    }

    /** Creates an algebra like {@link #evaluating}, with a substitute for each weight. */
    public static GraphAlgebra using(
            Nodes nodes,
            Parameters parameters,
            Streams streams,
            Function<Variable<TFloat32>, Operand<TFloat32>> reading) {
        return new GraphAlgebra(
                nodes,
                parameters,
                name -> streams.of("evaluation." + name, nodes.constant(0L)),
                false,
                Precision.FLOAT32,
                reading);
    }

    public Nodes nodes() {
        return nodes;
    }

    public Expr<Operand<TFloat32>> expr(Operand<TFloat32> x) {
        return Expr.of(this, x);
    }

    @Override
    public Operand<TFloat32> constant(double value) {
        return nodes.constant(value);
    }

    @Override
    public Operand<TFloat32> constant(Shape shape, double[] values) {
        return nodes.constant(shape, values);
    }

    @Override
    public Operand<TFloat32> add(Operand<TFloat32> a, Operand<TFloat32> b) {
        return nodes.op("AddV2", a, b);
    }

    @Override
    public Operand<TFloat32> subtract(Operand<TFloat32> a, Operand<TFloat32> b) {
        return nodes.op("Sub", a, b);
    }

    @Override
    public Operand<TFloat32> multiply(Operand<TFloat32> a, Operand<TFloat32> b) {
        return nodes.op("Mul", a, b);
    }

    @Override
    public Operand<TFloat32> divide(Operand<TFloat32> a, Operand<TFloat32> b) {
        return nodes.op("RealDiv", a, b);
    }

    @Override
    public Operand<TFloat32> negate(Operand<TFloat32> x) {
        return nodes.op("Neg", x);
    }

    @Override
    public Operand<TFloat32> exp(Operand<TFloat32> x) {
        return nodes.op("Exp", x);
    }

    @Override
    public Operand<TFloat32> log(Operand<TFloat32> x) {
        return nodes.op("Log", x);
    }

    @Override
    public Operand<TFloat32> sqrt(Operand<TFloat32> x) {
        return nodes.op("Sqrt", x);
    }

    @Override
    public Operand<TFloat32> abs(Operand<TFloat32> x) {
        return nodes.op("Abs", x);
    }

    @Override
    public Operand<TFloat32> relu(Operand<TFloat32> x) {
        return nodes.op("Relu", x);
    }

    @Override
    public Operand<TFloat32> leakyRelu(Operand<TFloat32> x, double slope) {
        return nodes.builder("LeakyRelu")
                .addInput(x.asOutput())
                .setAttr("alpha", (float) slope)
                .build()
                .output(0);
    }

    @Override
    public Operand<TFloat32> softplus(Operand<TFloat32> x) {
        return nodes.op("Softplus", x);
    }

    @Override
    public Operand<TFloat32> sigmoid(Operand<TFloat32> x) {
        return nodes.op("Sigmoid", x);
    }

    @Override
    public Operand<TFloat32> tanh(Operand<TFloat32> x) {
        return nodes.op("Tanh", x);
    }

    @Override
    public Operand<TFloat32> greater(Operand<TFloat32> a, Operand<TFloat32> b) {
        return nodes.cast(nodes.op("Greater", a, b), DataType.DT_FLOAT);
    }

    @Override
    public Operand<TFloat32> select(Operand<TFloat32> condition, Operand<TFloat32> a, Operand<TFloat32> b) {
        Output<?> chosen = nodes.op("NotEqual", stopGradient(condition), nodes.constant(0.0));
        return nodes.op("SelectV2", chosen, a, b);
    }

    @Override
    public Operand<TFloat32> stopGradient(Operand<TFloat32> x) {
        return nodes.op("StopGradient", x);
    }

    @Override
    public Operand<TFloat32> sum(Operand<TFloat32> x, int... axes) {
        return nodes.reduce("Sum", x, axes);
    }

    @Override
    public Operand<TFloat32> mean(Operand<TFloat32> x, int... axes) {
        return nodes.reduce("Mean", x, axes);
    }

    @Override
    public Operand<TFloat32> max(Operand<TFloat32> x, int... axes) {
        return nodes.reduce("Max", x, axes);
    }

    @Override
    public Operand<TFloat32> logSumExp(Operand<TFloat32> x, int... axes) {
        Operand<TFloat32> largest = stopGradient(max(x, axes));
        // An infinite maximum must not be subtracted from itself.
        Operand<TFloat32> finite =
                nodes.op("SelectV2", nodes.op("IsFinite", largest), largest, nodes.op("ZerosLike", largest));
        return add(log(sum(exp(subtract(x, finite)), axes)), finite);
    }

    @Override
    public Shape shape(Operand<TFloat32> x) {
        return Nodes.shape(x);
    }

    @Override
    public Operand<TFloat32> parameter(Scope at, Shape shape, Initializer initializer) {
        return reading.apply(parameters.get(at, shape, initializer));
    }

    /** Returns the states as this sub-graph has left them; whoever makes the update assigns what was kept. */
    @Override
    public KeptStates<Operand<TFloat32>> states() {
        return states;
    }

    @Override
    public Operand<TFloat32> matMul(Operand<TFloat32> a, Operand<TFloat32> b) {
        return products.result(nodes.op("MatMul", products.factor(a), products.factor(b)));
    }

    /** Returns a·bᵀ. */
    public Operand<TFloat32> matMulTransposed(Operand<TFloat32> a, Operand<TFloat32> b) {
        return products.result(nodes.builder("MatMul")
                .addInput(products.factor(a))
                .addInput(products.factor(b))
                .setAttr("transpose_b", true)
                .build()
                .output(0));
    }

    @Override
    public Operand<TFloat32> biasAdd(Operand<TFloat32> x, Operand<TFloat32> bias) {
        return nodes.op("BiasAdd", x, bias);
    }

    @Override
    public Operand<TFloat32> reshape(Operand<TFloat32> x, Shape shape) {
        return Nodes.shape(x).equals(shape) ? x : nodes.reshape(x, shape);
    }

    @Override
    public Operand<TFloat32> concat(int axis, List<Operand<TFloat32>> parts) {
        return nodes.builder("ConcatV2")
                .addInputList(Nodes.outputs(parts))
                .addInput(nodes.integer(axis))
                .build()
                .output(0);
    }

    @Override
    public Operand<TFloat32> slice(Operand<TFloat32> x, int axis, int from, int to) {
        return nodes.slice(x, axis, from, to);
    }

    @Override
    public Operand<TFloat32> roll(Operand<TFloat32> x, int places) {
        return nodes.op("Roll", x, nodes.integer(-places), nodes.integer(0));
    }

    @Override
    public Operand<TFloat32> transpose(Operand<TFloat32> x) {
        return nodes.op("Transpose", x, nodes.ints(1, 0));
    }

    @Override
    public Operand<TFloat32> conv2d(Operand<TFloat32> x, Operand<TFloat32> kernel, int stride, int pad) {
        return images.convolved(x, kernel, stride, pad);
    }

    @Override
    public Operand<TFloat32> conv2dTranspose(Operand<TFloat32> x, Operand<TFloat32> kernel, int stride, int pad) {
        return images.transposed(x, kernel, stride, pad);
    }

    @Override
    public Operand<TFloat32> windows(Operand<TFloat32> x, int size, int stride, double fill) {
        return images.windows(x, size, stride, fill);
    }

    @Override
    public Operand<TFloat32> maxPool(Operand<TFloat32> x, int size, int stride) {
        return images.pooled(x, size, stride);
    }

    @Override
    public Operand<TFloat32> uniform(Scope at, Operand<TFloat32> like) {
        return stream(at).uniform(0, sizes(like));
    }

    @Override
    public Operand<TFloat32> normal(Scope at, Operand<TFloat32> like) {
        return stream(at).normal(0, sizes(like));
    }

    @Override
    public boolean training() {
        return training;
    }

    private Stream stream(Scope at) {
        int use = uses.merge(at, 1, Integer::sum) - 1;
        return streams.apply(at + "." + use);
    }

    private Operand<TInt32> sizes(Operand<TFloat32> x) {
        Shape known = Nodes.shape(x);
        return known.dims().contains(Shape.ANY) ? nodes.op("Shape", x) : nodes.ints(known.toArray());
    }
}
