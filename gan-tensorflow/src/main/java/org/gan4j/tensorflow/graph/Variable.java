package org.gan4j.tensorflow.graph;

import java.util.Collection;
import org.gan4j.api.algebra.Shape;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.OperationBuilder;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.family.TType;

/**
 * A resource variable.
 *
 * <p>There is exactly one {@code ReadVariableOp} of the value before an update, which everything shares: within one run of the
 * session every reader sees the same.
 *
 * @param name   unique in the graph; also its name in checkpoints
 * @param handle the resource
 * @param read   its value at the start of a run
 */
public record Variable<T extends TType>(
        Nodes nodes, String name, Shape shape, DataType type, Output<?> handle, Output<T> read) {
    /** Replaces the value, after the given operations. */
    public Operation assign(Operand<?> value, Collection<? extends Operation> after) {
        return change("AssignVariableOp", value, after);
    }

    /** Adds to the value, after the given operations and after the value has been read. */
    public Operation add(Operand<?> value, Collection<? extends Operation> after) {
        return change("AssignAddVariableOp", value, after);
    }

    /** Returns the value after the given operations have changed it. */
    public Output<T> readAfter(Collection<? extends Operation> changes) {
        OperationBuilder builder =
                nodes.builder("ReadVariableOp").addInput(handle).setAttr("dtype", type);
        changes.forEach(builder::addControlInput);
        return builder.build().output(0);
    }

    private Operation change(String type, Operand<?> value, Collection<? extends Operation> after) {
        OperationBuilder builder = nodes.builder(type).addInput(handle).addInput(value.asOutput());
        after.forEach(builder::addControlInput);
        return builder.build();
    }
}
