package org.gan4j.tensorflow.backward;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gan4j.api.algebra.Shape;
import org.gan4j.tensorflow.graph.Nodes;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/**
 * The operations on the way from a batch of examples to one logit an example, where each row of each result belongs to one
 * example, and the places where tensors made of weights enter them.
 *
 * @param entries in the order of the computation
 */
record ExampleWise(
        Output<TFloat32> batch, Output<TFloat32> logits, Set<GraphOperation> operations, List<Entry> entries) {
    /** Operations that compute each row of their result from the same row of their inputs. */
    private static final Set<String> ROW_BY_ROW = Set.of(
            "Abs",
            "Add",
            "AddV2",
            "BiasAdd",
            "Cast",
            "Conv2D",
            "Exp",
            "Greater",
            "Identity",
            "LeakyRelu",
            "Log",
            "MatMul",
            "Max",
            "MaxPool",
            "Mean",
            "Mul",
            "Neg",
            "NotEqual",
            "RealDiv",
            "Relu",
            "Reshape",
            "SelectV2",
            "Sigmoid",
            "Softplus",
            "Sqrt",
            "StopGradient",
            "Sub",
            "Sum",
            "Tanh");

    /**
     * A place where a tensor made of weights enters.
     *
     * @param result the float32 result that the tensor enters into, one row an example
     * @param weights the float32 tensor
     */
    record Entry(Output<TFloat32> result, Output<TFloat32> weights) {}

    /** Returns the way from a batch to its logits, or nothing where its operations are not known to keep examples apart. */
    static Optional<ExampleWise> between(Operand<TFloat32> batch, Operand<TFloat32> logits) {
        GraphOperation first = operation(batch.asOutput());
        Set<GraphOperation> way = new LinkedHashSet<>();
        collect(operation(logits.asOutput()), first, new HashMap<>(), way);
        way.remove(first);
        if (way.isEmpty() || !way.stream().allMatch(ExampleWise::isRowByRow)) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        for (GraphOperation each : way) {
            for (Operand<?> input : each.inputs()) {
                Output<?> from = input.asOutput();
                if (isFloat(from)
                        && !way.contains(operation(from))
                        && !operation(from).equals(first)) {
                    if (dependsOnWeights(operation(from), new HashMap<>())) {
                        entries.add(new Entry(asFloat(each.output(0)), beforeCast(from)));
                    }
                }
            }
        }
        int rows = Nodes.shape(batch).dim(0);
        boolean keepRows = entries.stream().allMatch(entry -> rows(entry.result()) == rows);
        return keepRows && !entries.isEmpty()
                ? Optional.of(new ExampleWise(batch.asOutput(), logits.asOutput(), way, List.copyOf(entries)))
                : Optional.empty();
    }

    /**
     * Returns the input of the first matrix product, if every way from the batch to the logits leads through this product. Only
     * rows of interest then need to go back through it.
     */
    Optional<Output<TFloat32>> firstFactor() {
        GraphOperation product = operations.stream()
                .filter(each -> each.type().equals("MatMul"))
                .findFirst()
                .orElse(null);
        if (product == null
                || product.attributes().getAttrBool("transpose_a")
                || product.attributes().getAttrBool("transpose_b")
                || !entries.get(0).result().equals(asFloat(product.output(0)))) {
            return Optional.empty();
        }
        Set<GraphOperation> before = new LinkedHashSet<>();
        collect(product, operation(batch), new HashMap<>(), before);
        before.remove(product);
        boolean onlyThrough = before.stream()
                .flatMap(each -> each.consumers().stream())
                .filter(operations::contains)
                .allMatch(consumer -> before.contains(consumer) || consumer.equals(product));
        return onlyThrough ? Optional.of(beforeCast(product.input(0))) : Optional.empty();
    }

    /** Adds the operations through which one depends on another, both included, each after those that it depends on. */
    private static boolean collect(
            GraphOperation at, GraphOperation from, Map<GraphOperation, Boolean> known, Set<GraphOperation> way) {
        Boolean before = known.get(at);
        if (before != null) {
            return before;
        }
        boolean depends = at.equals(from);
        if (!depends) {
            for (Operand<?> input : at.inputs()) {
                depends |= collect(operation(input.asOutput()), from, known, way);
            }
        }
        known.put(at, depends);
        if (depends) {
            way.add(at);
        }
        return depends;
    }

    private static boolean dependsOnWeights(GraphOperation at, Map<GraphOperation, Boolean> known) {
        Boolean before = known.get(at);
        if (before != null) {
            return before;
        }
        boolean depends = at.type().equals("ReadVariableOp");
        for (Operand<?> input : depends ? List.<Operand<?>>of() : at.inputs()) {
            depends |= dependsOnWeights(operation(input.asOutput()), known);
        }
        known.put(at, depends);
        return depends;
    }

    private static boolean isRowByRow(GraphOperation operation) {
        return ROW_BY_ROW.contains(operation.type()) && operation.numOutputs() == 1;
    }

    private static int rows(Output<?> tensor) {
        Shape shape = Nodes.shape(tensor);
        return shape.rank() == 0 ? 1 : shape.dim(0);
    }

    private static boolean isFloat(Output<?> tensor) {
        return tensor.dataType() == DataType.DT_FLOAT || tensor.dataType() == DataType.DT_BFLOAT16;
    }

    /** Returns the float32 tensor that a rounded one is brought back to. */
    private static Output<TFloat32> asFloat(Output<?> tensor) {
        if (tensor.dataType() == DataType.DT_FLOAT) {
            return tensor.expect(TFloat32.class);
        }
        GraphOperation only = operation(tensor).consumers().iterator().next();
        return asFloat(only.output(0));
    }

    private static Output<TFloat32> beforeCast(Output<?> tensor) {
        return tensor.dataType() == DataType.DT_FLOAT
                ? tensor.expect(TFloat32.class)
                : beforeCast(operation(tensor).input(0));
    }

    static GraphOperation operation(Output<?> tensor) {
        return (GraphOperation) tensor.op();
    }
}
