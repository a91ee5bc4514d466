package org.gan4j.tensorflow.graph;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.algebra.Shape;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/** All variables of a graph, each with the operation that gives it its first value. */
public final class Variables {
    private final Nodes nodes;
    private final List<Variable<?>> saved = new ArrayList<>();
    private final List<Operation> initializers = new ArrayList<>();

    public Variables(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Creates a variable whose value belongs to the state of the training. */
    public <T extends TType> Variable<T> create(String name, DataType type, Shape shape, Operand<?> first) {
        Variable<T> variable = unsaved(name, type, shape);
        saved.add(variable);
        initializers.add(variable.assign(first, List.of()));
        return variable;
    }

    /** Creates a variable that checkpoints leave out and {@link #initializers} do not touch. */
    public <T extends TType> Variable<T> unsaved(String name, DataType type, Shape shape) {
        Output<?> handle = nodes.builder("VarHandleOp", name)
                .setAttr("dtype", type)
                .setAttr("shape", Nodes.nativeShape(shape))
                .setAttr("shared_name", name)
                .build()
                .output(0);
        Output<T> read = nodes.builder("ReadVariableOp", name + ".read")
                .addInput(handle)
                .setAttr("dtype", type)
                .build()
                .output(0);
        return new Variable<>(nodes, name, shape, type, handle, read);
    }

    /** Creates a float variable that begins at 0. */
    public Variable<TFloat32> zeros(String name, Shape shape) {
        return create(name, DataType.DT_FLOAT, shape, nodes.fill(shape, 0));
    }

    /** Creates an int64 variable that begins at 0. */
    public Variable<TInt64> counter(String name) {
        return create(name, DataType.DT_INT64, Shape.of(), nodes.constant(0L));
    }

    /** Returns the variables that a checkpoint holds, in the order of creation. */
    public List<Variable<?>> saved() {
        return List.copyOf(saved);
    }

    /** Returns those of the saved variables that have a type. */
    @SuppressWarnings("unchecked") // the data type belongs to one class of tensors
    public <T extends TType> List<Variable<T>> saved(DataType type) {
        return saved.stream()
                .filter(variable -> variable.type() == type)
                .map(variable -> (Variable<T>) variable)
                .toList();
    }

    public List<Operation> initializers() {
        return List.copyOf(initializers);
    }
}
