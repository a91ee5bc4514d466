package org.gan4j.tensorflow.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.train.AfterUpdate;
import org.gan4j.api.train.Optimizer;
import org.gan4j.standard.optimizer.Adam;
import org.gan4j.standard.optimizer.Momentum;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.Variable;
import org.gan4j.tensorflow.graph.Variables;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.OperationBuilder;
import org.tensorflow.types.TFloat32;

/**
 * The optimizer's rule as operations that change weights and slots. Built-in rules run as TensorFlow's fused kernels;
 * any other rule runs by its definition.
 */
final class OptimizerOps {
    private final Optimizer optimizer;
    private final GraphAlgebra algebra;
    private final Variables variables;
    private final Map<String, Variable<TFloat32>> slots = new HashMap<>();

    OptimizerOps(Optimizer optimizer, GraphAlgebra algebra, Variables variables) {
        this.optimizer = optimizer;
        this.algebra = algebra;
        this.variables = variables;
    }

    /**
     * Returns the operations that make one update of one parameter.
     *
     * @param updates how many updates its player has made before
     * @param barrier the operations that must be over before anything changes
     */
    List<Operation> update(
            Variable<TFloat32> parameter,
            Operand<TFloat32> gradient,
            Expr<Operand<TFloat32>> updates,
            Operation barrier) {
        return update(optimizer, parameter, gradient, updates, barrier);
    }

    /** Returns the value to use for a parameter wherever its net is not trained. */
    Operand<TFloat32> used(Variable<TFloat32> parameter, Expr<Operand<TFloat32>> updates) {
        return optimizer
                .used(new SlotsOf(parameter, updates), algebra.expr(parameter.read()))
                .raw();
    }

    private List<Operation> update(
            Optimizer rule,
            Variable<TFloat32> parameter,
            Operand<TFloat32> gradient,
            Expr<Operand<TFloat32>> updates,
            Operation barrier) {
        if (rule instanceof Sgd sgd) {
            return List.of(kernel("ResourceApplyGradientDescent", barrier, List.of(parameter))
                    .addInput(sgd.rateAt(updates).raw().asOutput())
                    .addInput(gradient.asOutput())
                    .build());
        }
        if (rule instanceof Momentum momentum) {
            return List.of(
                    kernel("ResourceApplyKerasMomentum", barrier, List.of(parameter, slot(parameter, "velocity")))
                            .addInput(momentum.rateAt(updates).raw().asOutput())
                            .addInput(gradient.asOutput())
                            .addInput(momentum.momentumAt(updates).raw().asOutput())
                            .build());
        }
        if (rule instanceof Adam adam) {
            return List.of(adam(adam, parameter, gradient, updates, barrier));
        }
        if (rule instanceof AfterUpdate more) {
            return after(more, parameter, updates, update(more.rule(), parameter, gradient, updates, barrier));
        }
        SlotsOf own = new SlotsOf(parameter, updates);
        Operand<TFloat32> next = rule.update(own, algebra.expr(parameter.read()), algebra.expr(gradient))
                .raw();
        List<Operation> changes = new ArrayList<>(List.of(parameter.assign(next, List.of(barrier))));
        changes.addAll(own.changes(barrier));
        return changes;
    }

    /** Returns the given changes of a parameter, followed by the operations on the value that they gave it. */
    private List<Operation> after(
            AfterUpdate more, Variable<TFloat32> parameter, Expr<Operand<TFloat32>> updates, List<Operation> changes) {
        Operation made = algebra.nodes().group("changed", changes);
        Operand<TFloat32> updated = parameter.readAfter(List.of(made));
        SlotsOf own = new SlotsOf(parameter, updates);
        Operand<TFloat32> next = more.after(own, algebra.expr(updated)).raw();
        List<Operation> all = new ArrayList<>(changes);
        all.addAll(own.changes(made));
        if (!next.equals(updated)) {
            all.add(parameter.assign(next, List.of(made)));
        }
        return all;
    }

    private Operation adam(
            Adam adam,
            Variable<TFloat32> parameter,
            Operand<TFloat32> gradient,
            Expr<Operand<TFloat32>> updates,
            Operation barrier) {
        Operand<TFloat32> zero = algebra.constant(0);
        // The kernel would correct the bias by powers of the betas; the rate already holds that correction.
        return kernel("ResourceApplyAdam", barrier, List.of(parameter, slot(parameter, "m"), slot(parameter, "v")))
                .addInput(zero.asOutput())
                .addInput(zero.asOutput())
                .addInput(corrected(adam, updates).asOutput())
                .addInput(algebra.constant(adam.beta1()).asOutput())
                .addInput(algebra.constant(adam.beta2()).asOutput())
                .addInput(algebra.constant(adam.epsilon()).asOutput())
                .addInput(gradient.asOutput())
                .build();
    }

    private Operand<TFloat32> corrected(Adam adam, Expr<Operand<TFloat32>> updates) {
        Expr<Operand<TFloat32>> t = updates.plus(1);
        return adam.rateAt(updates)
                .times(unbias(adam.beta2(), t).sqrt())
                .over(unbias(adam.beta1(), t))
                .raw();
    }

    /** Returns 1 - βᵗ, without the cancellation of a power close to 1. */
    private Expr<Operand<TFloat32>> unbias(double beta, Expr<Operand<TFloat32>> t) {
        return beta == 0
                ? t.constant(1)
                : t.with(algebra.nodes().op("Expm1", t.times(Math.log(beta)).raw()))
                        .negate();
    }

    private OperationBuilder kernel(String type, Operation barrier, List<Variable<TFloat32>> changed) {
        OperationBuilder builder = algebra.nodes().builder(type);
        changed.forEach(variable -> builder.addInput(variable.handle()));
        return builder.addControlInput(barrier);
    }

    private Variable<TFloat32> slot(Variable<TFloat32> parameter, String name) {
        return slots.computeIfAbsent(
                "slot." + parameter.name() + "." + name, full -> variables.zeros(full, parameter.shape()));
    }

    /** The slots of one parameter within one update. */
    private final class SlotsOf implements Optimizer.Slots<Operand<TFloat32>> {
        private final Variable<TFloat32> parameter;
        private final Expr<Operand<TFloat32>> updates;
        private final Map<String, Expr<Operand<TFloat32>>> next = new LinkedHashMap<>();

        SlotsOf(Variable<TFloat32> parameter, Expr<Operand<TFloat32>> updates) {
            this.parameter = parameter;
            this.updates = updates;
        }

        @Override
        public Shape shape() {
            return parameter.shape();
        }

        @Override
        public Expr<Operand<TFloat32>> updates() {
            return updates;
        }

        @Override
        public Expr<Operand<TFloat32>> get(String name) {
            return algebra.expr(slot(parameter, name).read());
        }

        @Override
        public void set(String name, Expr<Operand<TFloat32>> value) {
            next.put(name, value);
        }

        /**
         * Returns the changes of the slots; each is made after its old value has been read and another operation is
         * over.
         */
        List<Operation> changes(Operation before) {
            List<Operation> changes = new ArrayList<>();
            next.forEach((name, value) -> {
                Variable<TFloat32> slot = slot(parameter, name);
                changes.add(slot.assign(value.raw(), List.of(before, slot.read().op())));
            });
            return changes;
        }
    }
}
