package org.gan4j.tensorflow.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.api.algebra.Shape;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;

/** Derivatives within one graph. */
public final class Gradients {
    private static final Pattern NO_GRADIENT = Pattern.compile("No gradient defined for op: (\\w+)");

    private final Nodes nodes;

    public Gradients(Nodes nodes) {
        this.nodes = nodes;
    }

    /**
     * Returns the gradient of a scalar with respect to each of some tensors.
     *
     * @param what names the scalar in messages, such as "the generator's objective"
     * @throws MissingDerivative if y uses an operation without a derivative on the way to an x
     * @throws IllegalArgumentException if y is not a scalar or does not depend on an x
     */
    public List<Output<TFloat32>> of(String what, Operand<TFloat32> y, List<? extends Operand<TFloat32>> xs) {
        Shape shape = Nodes.shape(y);
        if (shape.rank() != 0) {
            throw new IllegalArgumentException(what + " must be a scalar, such as a mean; it has the shape " + shape);
        }
        try {
            return add(y, xs, one());
        } catch (RuntimeException e) {
            requireDerivatives(what, e);
            throw new IllegalArgumentException(what + " " + reason(e, y, xs), e);
        }
    }

    /**
     * Returns the adjoint of x from that of y, or nothing where y does not depend on x.
     *
     * @throws MissingDerivative if y uses an operation without a derivative on the way to x
     */
    public Optional<Operand<TFloat32>> back(Operand<TFloat32> y, Operand<TFloat32> adjoint, Operand<TFloat32> x) {
        try {
            return Optional.of(add(y, List.of(x), adjoint).get(0));
        } catch (RuntimeException e) {
            requireDerivatives("a net in TensorFlow's operations", e);
            return Optional.empty();
        }
    }

    /**
     * Returns the adjoints of several tensors from that of y, each of which depends on it.
     *
     * @throws MissingDerivative if y uses an operation without a derivative on the way to an x
     */
    public List<Output<TFloat32>> adjoints(
            Operand<TFloat32> y, Operand<TFloat32> adjoint, List<? extends Operand<TFloat32>> xs) {
        try {
            return add(y, xs, adjoint);
        } catch (RuntimeException e) {
            requireDerivatives("a net", e);
            throw e;
        }
    }

    /** An operation in the way of a gradient has no derivative. */
    public static final class MissingDerivative extends IllegalArgumentException {
        private MissingDerivative(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private static void requireDerivatives(String what, RuntimeException failure) {
        Matcher missing = NO_GRADIENT.matcher(String.valueOf(failure.getMessage()));
        if (missing.find()) {
            throw new MissingDerivative(
                    what + " cannot be differentiated: TensorFlow has no derivative of the operation "
                            + missing.group(1),
                    failure);
        }
    }

    /** The default seed is an operation without a derivative of its own, which would forbid second derivatives. */
    private Operand<TFloat32> one() {
        return nodes.constant(1.0);
    }

    private List<Output<TFloat32>> add(
            Operand<TFloat32> y, List<? extends Operand<TFloat32>> xs, Operand<TFloat32> adjoint) {
        Output<?>[] ys = {y.asOutput()};
        Output<?>[] seed = {adjoint.asOutput()};
        Output<?>[] derivatives = nodes.graph().addGradients(nodes.unique("gradients"), ys, Nodes.outputs(xs), seed);
        List<Output<TFloat32>> gradients = new ArrayList<>();
        for (Output<?> gradient : derivatives) {
            gradients.add(gradient.expect(TFloat32.class));
        }
        return gradients;
    }

    private String reason(RuntimeException failure, Operand<TFloat32> y, List<? extends Operand<TFloat32>> xs) {
        List<String> cut = xs.stream()
                .filter(x -> !reaches(y, x))
                .map(x -> x.asOutput().op().name())
                .toList();
        return cut.isEmpty()
                ? "cannot be differentiated: " + failure.getMessage()
                : "has no gradient with respect to " + String.join(", ", cut)
                        + ": it does not depend on it differentiably";
    }

    /** Tries each tensor alone, because TensorFlow names no tensor, or the wrong reason, when a gradient is missing. */
    private boolean reaches(Operand<TFloat32> y, Operand<TFloat32> x) {
        try {
            add(y, List.of(x), one());
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
