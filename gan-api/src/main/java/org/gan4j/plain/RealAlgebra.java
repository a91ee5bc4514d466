package org.gan4j.plain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.plain.state.KeptStates;
import org.gan4j.plain.state.NamedTensors;

/**
 * The algebra over arrays of doubles, computed at once. Weights and states are those that the caller gives, such as a
 * backend's; missing ones are made by their initializer from a stream of their own. One object computes one update. Used by one
 * thread.
 */
public final class RealAlgebra implements NetAlgebra<Array> {
    private final NamedTensors<Array> parameters;
    private final KeptStates<Array> states;
    private final boolean training;
    private final long seed;
    private final Supplier<double[]> dataMean;
    private final UnaryOperator<Array> stopped;
    /** The number of draws from each random stream. */
    private final Map<String, Integer> uses = new HashMap<>();

    private RealAlgebra(
            Map<String, Array> parameters,
            boolean training,
            long seed,
            Supplier<double[]> dataMean,
            UnaryOperator<Array> stopped) {
        this.parameters = new NamedTensors<>(parameters, Array::shape, this::first);
        states = new KeptStates<>(
                new NamedTensors<>(parameters, Array::shape, this::first)::get, Array::shape, training);
        this.training = training;
        this.seed = seed;
        this.dataMean = dataMean;
        this.stopped = stopped;
    }

    /**
     * Creates an algebra with some weights.
     *
     * @param parameters weights and states by full name; the map is copied
     * @param training   whether dropout and the like act, and states are kept
     * @param seed       of missing weights and of draws
     */
    public RealAlgebra(Map<String, Array> parameters, boolean training, long seed) {
        this(
                parameters,
                training,
                seed,
                () -> {
                    throw new InvalidInput("", "the means of the data are asked for, and there is no data set here");
                },
                UnaryOperator.identity());
    }

    /** Creates an algebra for computations without weights or draws. */
    public RealAlgebra() {
        this(Map.of(), false, 0);
    }

    /**
     * Returns an algebra with the same weights, seed and mode, and with means of the data for initializers that ask for
     * them.
     */
    public RealAlgebra withDataMean(double... mean) {
        return new RealAlgebra(parameters.all(), training, seed, mean::clone, stopped);
    }

    /**
     * Returns an algebra with the same weights, seed and mode, in which arguments of {@link #stopGradient} go through a
     * function. Code that takes finite differences repeats there the values of an undisturbed computation, because no
     * derivative sees them change.
     */
    public RealAlgebra withStopped(UnaryOperator<Array> function) {
        return new RealAlgebra(parameters.all(), training, seed, dataMean, function);
    }

    /** Returns all weights given or made so far, by name. */
    public SortedMap<String, Array> parameters() {
        return parameters.all();
    }

    @Override
    public Shape shape(Array x) {
        return x.shape();
    }

    @Override
    public Array constant(double value) {
        return Array.scalar(value);
    }

    @Override
    public Array constant(Shape shape, double[] values) {
        return new Array(shape, values.clone());
    }

    @Override
    public Array parameter(Scope at, Shape shape, Initializer initializer) {
        return parameters.get(at, shape, initializer);
    }

    private Array first(Scope at, Shape shape, Initializer initializer) {
        return new RealSite(this, at, shape, seed, dataMean).values(initializer);
    }

    @Override
    public KeptStates<Array> states() {
        return states;
    }

    @Override
    public Array uniform(Scope at, Array like) {
        return PlainDraws.uniform(seed, use(at), like.shape());
    }

    @Override
    public Array normal(Scope at, Array like) {
        return PlainDraws.normal(seed, use(at), like.shape());
    }

    private String use(Scope at) {
        return at.name() + "#" + uses.merge(at.name(), 1, Integer::sum);
    }

    @Override
    public boolean training() {
        return training;
    }

    @Override
    public Array matMul(Array a, Array b) {
        return Blocks.product(a, b);
    }

    @Override
    public Array biasAdd(Array x, Array bias) {
        return add(x, bias);
    }

    @Override
    public Array reshape(Array x, Shape shape) {
        int known = shape.size();
        int missing = known == 0 ? 0 : x.values().length / known;
        return new Array(
                new Shape(shape.dims().stream()
                        .map(dim -> dim == Shape.ANY ? missing : dim)
                        .toList()),
                x.values());
    }

    @Override
    public Array concat(int axis, List<Array> parts) {
        return Blocks.joined(axis, parts);
    }

    @Override
    public Array slice(Array x, int axis, int from, int to) {
        return Blocks.sliced(x, axis, from, to);
    }

    @Override
    public Array roll(Array x, int places) {
        return Blocks.rolled(x, places);
    }

    @Override
    public Array transpose(Array x) {
        return Blocks.transposed(x);
    }

    @Override
    public Array conv2d(Array x, Array kernel, int stride, int pad) {
        return PlainImages.convolved(x, kernel, stride, pad);
    }

    @Override
    public Array conv2dTranspose(Array x, Array kernel, int stride, int pad) {
        return PlainImages.transposed(x, kernel, stride, pad);
    }

    @Override
    public Array windows(Array x, int size, int stride, double fill) {
        return PlainImages.windows(x, size, stride, fill);
    }

    @Override
    public Array add(Array a, Array b) {
        return Blocks.paired(a, b, Double::sum);
    }

    @Override
    public Array subtract(Array a, Array b) {
        return Blocks.paired(a, b, (x, y) -> x - y);
    }

    @Override
    public Array multiply(Array a, Array b) {
        return Blocks.paired(a, b, (x, y) -> x * y);
    }

    @Override
    public Array divide(Array a, Array b) {
        return Blocks.paired(a, b, (x, y) -> x / y);
    }

    @Override
    public Array negate(Array x) {
        return Blocks.each(x, v -> -v);
    }

    @Override
    public Array exp(Array x) {
        return Blocks.each(x, Math::exp);
    }

    @Override
    public Array log(Array x) {
        return Blocks.each(x, Math::log);
    }

    @Override
    public Array sqrt(Array x) {
        return Blocks.each(x, Math::sqrt);
    }

    @Override
    public Array abs(Array x) {
        return Blocks.each(x, Math::abs);
    }

    @Override
    public Array relu(Array x) {
        return Blocks.each(x, v -> Math.max(0, v));
    }

    @Override
    public Array leakyRelu(Array x, double slope) {
        return Blocks.each(x, v -> v > 0 ? v : slope * v);
    }

    @Override
    public Array softplus(Array x) {
        return Blocks.each(x, v -> Math.max(0, v) + Math.log1p(Math.exp(-Math.abs(v))));
    }

    @Override
    public Array sigmoid(Array x) {
        return Blocks.each(x, v -> v >= 0 ? 1 / (1 + Math.exp(-v)) : Math.exp(v) / (1 + Math.exp(v)));
    }

    @Override
    public Array tanh(Array x) {
        return Blocks.each(x, Math::tanh);
    }

    @Override
    public Array greater(Array a, Array b) {
        return Blocks.paired(a, b, (x, y) -> x > y ? 1 : 0);
    }

    @Override
    public Array select(Array condition, Array a, Array b) {
        return Blocks.chosen(condition, a, b);
    }

    @Override
    public Array stopGradient(Array x) {
        return stopped.apply(x);
    }

    @Override
    public Array sum(Array x, int... axes) {
        return Blocks.folded(x, 0, Double::sum, axes);
    }

    @Override
    public Array mean(Array x, int... axes) {
        Array sum = sum(x, axes);
        double count = (double) x.values().length / sum.values().length;
        return Blocks.each(sum, v -> v / count);
    }

    @Override
    public Array logSumExp(Array x, int... axes) {
        Array largest = Blocks.each(max(x, axes), v -> Double.isInfinite(v) ? 0 : v);
        return add(largest, log(sum(exp(subtract(x, largest)), axes)));
    }

    @Override
    public Array max(Array x, int... axes) {
        return Blocks.folded(x, Double.NEGATIVE_INFINITY, Math::max, axes);
    }
}
