package org.gan4j.experiments.config;

import java.util.Optional;
import java.util.function.Supplier;
import org.gan4j.api.Dataset;
import org.gan4j.api.Experiment;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.plain.ShapeAlgebra;
import org.gan4j.api.plugin.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.train.Player;
import org.gan4j.experiments.config.overlay.Flat;

/** Runs prior, nets and loss over shapes alone: what does not fit is found before anything native loads. */
record Widths(Dataset data, Flat given, Problems problems) {
    static void check(Experiment.Parts parts, Flat given, Problems problems) {
        Dataset data = parts.dataset().value();
        Prior prior = parts.prior().value();
        Widths widths = new Widths(data, given, problems);
        widths.checkPrior(parts.prior());
        widths.checkLoss(parts.loss());
        widths.check(
                parts.generator(),
                Player.GENERATOR,
                () -> parts.generator().value().net(prior.shape(), data.shape()),
                prior.shape(),
                data.shape());
        widths.check(
                parts.discriminator(),
                Player.DISCRIMINATOR,
                () -> parts.discriminator().value().net(data.shape()),
                data.shape(),
                Shape.of(1));
    }

    private void checkPrior(Part<Prior> part) {
        Shape declared = part.value().shape().batched();
        shaped(part, "prior", () -> {
            Shape drawn = part.value().draw(new ShapeAlgebra().noise()).raw();
            return drawn.equals(declared)
                    ? Optional.empty()
                    : Optional.of("draws " + drawn + ", expected " + declared + " as its shape() declares");
        });
    }

    private void checkLoss(Part<Loss> part) {
        for (Player player : Player.values()) {
            shaped(part, "loss", () -> {
                ShapeAlgebra shapes = new ShapeAlgebra();
                Expr<Shape> logits = Expr.of(shapes, Shape.of().batched());
                Scores<Shape> scores = new Scores<>(logits, logits);
                Expr<Shape> objective = player == Player.DISCRIMINATOR
                        ? part.value().discriminator(scores)
                        : part.value().generator(scores);
                return objective.raw().equals(Shape.of())
                        ? Optional.empty()
                        : Optional.of("gives the " + player + " an objective of shape " + objective.raw()
                                + ", expected a scalar such as a mean over the batch");
            });
        }
    }

    private void shaped(Part<?> part, String kind, Supplier<Optional<String>> fault) {
        String what = "the " + kind + " " + part.name() + " ";
        try {
            fault.get().ifPresent(wrong -> problems.add(where(part), what + wrong));
        } catch (IllegalArgumentException e) {
            problems.add(where(part), what + "does not fit: " + e.getMessage());
        }
    }

    private String where(Part<?> part) {
        return part.module().isEmpty() ? given.whereLast(part.key(), part.key()) : "--module " + part.module();
    }

    private void check(Part<?> part, Player player, Supplier<NetSpec> net, Shape input, Shape output) {
        String where = where(part);
        try {
            ShapeAlgebra shapes = ShapeAlgebra.of(data);
            Shape made = net.get()
                    .apply(shapes, player.scope(), new Expr<>(shapes, input.batched()))
                    .raw();
            if (!made.equals(output.batched())) {
                problems.add(
                        where,
                        "the " + player + " turns " + input.batched() + " into " + made + ", expected "
                                + output.batched()
                                + (player == Player.GENERATOR ? " as the data" : ": one logit an example"));
            }
        } catch (InvalidInput e) {
            e.problems().forEach(problem -> problems.add(where, problem.what()));
        } catch (IllegalArgumentException e) {
            problems.add(where, "the " + player + " does not fit: " + e.getMessage());
        }
    }
}
