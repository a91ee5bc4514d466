package org.gan4j.tensorflow.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.rule.AfterUpdate;
import org.gan4j.api.train.rule.BeforeUpdate;
import org.gan4j.api.train.rule.RateDecay;
import org.gan4j.standard.optimizer.Adam;
import org.gan4j.standard.optimizer.FallingRate;
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

    /** Returns the gradients to update by, given those of the objective by all parameters of the player. */
    List<Operand<TFloat32>> gradients(List<? extends Operand<TFloat32>> all) {
        List<Expr<Operand<TFloat32>>> given = new ArrayList<>();
        all.forEach(gradient -> given.add(algebra.expr(gradient)));
        return optimizer.gradients(given).stream().map(Expr::raw).toList();
    }

    /**
     * Returns the operations that make one update of one parameter.
     *
     * @param gradient as {@link #gradients} returned it
     * @param updates how many updates its player has made before
     * @param barrier the operations that must be over before anything changes
     */
    List<Operation> update(
            Variable<TFloat32> parameter,
            Operand<TFloat32> gradient,
            Expr<Operand<TFloat32>> updates,
            Operation barrier) {
        return update(optimizer, new Change(parameter, gradient, updates, barrier, List.of()));
    }

    /** Returns the value to use for a parameter wherever its net is not trained. */
    Operand<TFloat32> used(Variable<TFloat32> parameter, Expr<Operand<TFloat32>> updates) {
        return optimizer
                .used(new SlotsOf(parameter, updates, List.of()), algebra.expr(parameter.read()))
                .raw();
    }

    private List<Operation> update(Optimizer rule, Change change) {
        if (rule instanceof Sgd sgd) {
            return List.of(kernel("ResourceApplyGradientDescent", change, List.of(change.parameter()))
                    .addInput(rate(sgd, change).asOutput())
                    .addInput(change.gradient().asOutput())
                    .build());
        }
        if (rule instanceof Momentum momentum) {
            return List.of(kernel(
                            "ResourceApplyKerasMomentum",
                            change,
                            List.of(change.parameter(), slot(change.parameter(), "velocity")))
                    .addInput(rate(momentum, change).asOutput())
                    .addInput(change.gradient().asOutput())
                    .addInput(momentum.momentumAt(change.updates()).raw().asOutput())
                    .build());
        }
        if (rule instanceof Adam adam) {
            return List.of(adam(adam, change));
        }
        if (rule instanceof AfterUpdate more) {
            return after(more, change, update(more.rule(), change));
        }
        if (rule instanceof RateDecay decay) {
            return update(decay.rule(), change.decayed(decay));
        }
        if (rule instanceof BeforeUpdate before) {
            return update(before.rule(), change);
        }
        return byDefinition(rule, change);
    }

    private List<Operation> byDefinition(Optimizer rule, Change change) {
        SlotsOf own = new SlotsOf(change);
        Variable<TFloat32> parameter = change.parameter();
        Operand<TFloat32> next = rule.update(own, algebra.expr(parameter.read()), algebra.expr(change.gradient()))
                .raw();
        List<Operation> changes = new ArrayList<>(List.of(parameter.assign(next, List.of(change.barrier()))));
        changes.addAll(own.changes(change.barrier()));
        return changes;
    }

    /** Returns the given changes of a parameter, followed by the operations on the value that they gave it. */
    private List<Operation> after(AfterUpdate more, Change change, List<Operation> changes) {
        Operation made = algebra.nodes().group("changed", changes);
        Operand<TFloat32> updated = change.parameter().readAfter(List.of(made));
        SlotsOf own = new SlotsOf(change);
        Operand<TFloat32> next = more.after(own, algebra.expr(updated)).raw();
        List<Operation> all = new ArrayList<>(changes);
        all.addAll(own.changes(made));
        if (!next.equals(updated)) {
            all.add(change.parameter().assign(next, List.of(made)));
        }
        return all;
    }

    private Operation adam(Adam adam, Change change) {
        Variable<TFloat32> parameter = change.parameter();
        Operand<TFloat32> zero = algebra.constant(0);
        // The kernel would correct the bias by powers of the betas; the rate already holds that correction.
        return kernel("ResourceApplyAdam", change, List.of(parameter, slot(parameter, "m"), slot(parameter, "v")))
                .addInput(zero.asOutput())
                .addInput(zero.asOutput())
                .addInput(corrected(adam, change).asOutput())
                .addInput(algebra.constant(adam.beta1()).asOutput())
                .addInput(algebra.constant(adam.beta2()).asOutput())
                .addInput(algebra.constant(adam.epsilon()).asOutput())
                .addInput(change.gradient().asOutput())
                .build();
    }

    private Operand<TFloat32> corrected(Adam adam, Change change) {
        Expr<Operand<TFloat32>> t = change.updates().plus(1);
        return adam.rateIn(new SlotsOf(change))
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

    private OperationBuilder kernel(String type, Change change, List<Variable<TFloat32>> changed) {
        OperationBuilder builder = algebra.nodes().builder(type);
        changed.forEach(variable -> builder.addInput(variable.handle()));
        return builder.addControlInput(change.barrier());
    }

    private Operand<TFloat32> rate(FallingRate rule, Change change) {
        return rule.rateIn(new SlotsOf(change)).raw();
    }

    private Variable<TFloat32> slot(Variable<TFloat32> parameter, String name) {
        return slots.computeIfAbsent(
                PlayerUpdates.SLOT_PREFIX + parameter.name() + "." + name,
                full -> variables.zeros(full, parameter.shape()));
    }

    /**
     * One update of one parameter.
     *
     * @param updates how many updates its player has made before
     * @param barrier the operations that must be over before anything changes
     * @param decays  what lowers the learning rate
     */
    private record Change(
            Variable<TFloat32> parameter,
            Operand<TFloat32> gradient,
            Expr<Operand<TFloat32>> updates,
            Operation barrier,
            List<RateDecay> decays) {
        Change decayed(RateDecay decay) {
            List<RateDecay> more = new ArrayList<>(decays);
            more.add(decay);
            return new Change(parameter, gradient, updates, barrier, more);
        }
    }

    /** The slots of one parameter within one update. */
    private final class SlotsOf implements Optimizer.Slots<Operand<TFloat32>> {
        private final Variable<TFloat32> parameter;
        private final Expr<Operand<TFloat32>> updates;
        private final List<RateDecay> decays;
        private final Map<String, Expr<Operand<TFloat32>>> next = new LinkedHashMap<>();

        SlotsOf(Change change) {
            this(change.parameter(), change.updates(), change.decays());
        }

        SlotsOf(Variable<TFloat32> parameter, Expr<Operand<TFloat32>> updates, List<RateDecay> decays) {
            this.parameter = parameter;
            this.updates = updates;
            this.decays = decays;
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
        public Expr<Operand<TFloat32>> rate(Expr<Operand<TFloat32>> own) {
            Expr<Operand<TFloat32>> rate = own;
            for (RateDecay decay : decays) {
                rate = decay.rate(rate, updates);
            }
            return rate;
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
