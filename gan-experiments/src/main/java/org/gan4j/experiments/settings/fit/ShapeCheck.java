package org.gan4j.experiments.settings.fit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.train.Draws;
import org.gan4j.api.train.Head;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Term;
import org.gan4j.plain.shape.ShapeAlgebra;

/**
 * Runs prior, nets with the heads of terms, terms and loss over shapes alone, and compares what they say of themselves: what does not fit is found before
 * anything native loads.
 */
record ShapeCheck(Dataset data, UnaryOperator<String> place, Problems problems) {
    static void check(Experiment.Parts parts, UnaryOperator<String> place, Problems problems) {
        Dataset data = parts.dataset().value();
        Prior prior = parts.prior().value();
        ShapeCheck widths = new ShapeCheck(data, place, problems);
        widths.report(parts.prior(), "prior", PartShapes.of(prior));
        widths.report(parts.loss(), "loss", PartShapes.of(parts.loss().value()));
        parts.probes().forEach(probe -> widths.report(probe, "probe", PartShapes.of(probe.value())));
        Map<Player, NetSpec> nets = new EnumMap<>(Player.class);
        widths.check(
                parts.generator(),
                Player.GENERATOR,
                nets,
                () -> parts.generator().value().net(prior.shape(), data.shape()),
                prior.shape(),
                data.shape());
        widths.check(
                parts.discriminator(),
                Player.DISCRIMINATOR,
                nets,
                () -> parts.discriminator().value().net(data.shape()),
                data.shape(),
                Shape.of(1));
        widths.refusals(widths.where(parts.prior()), "the prior does not fit: ", () -> {
            Draws draws = Draws.of(data, prior);
            parts.terms().forEach(term -> widths.heads(term, nets, draws));
            if (nets.size() == Player.values().length) {
                parts.terms().forEach(term -> widths.value(term, parts.loss().value(), nets, draws));
            }
        });
        widths.energies(parts.loss(), parts.discriminator());
        parts.probes().forEach(probe -> widths.energies(probe, parts.discriminator()));
    }

    private void energies(Part<Loss> loss, Part<Discriminator> discriminator) {
        if (loss.value().needsEnergies() && !discriminator.value().givesEnergies()) {
            problems.add(
                    where(loss),
                    "the loss '" + loss.name() + "' needs a discriminator whose logits are energies, such as"
                            + " discriminator=auto-encoder; those of '" + discriminator.name() + "' are not");
        }
    }

    private void report(Part<?> part, String kind, Optional<String> fault) {
        fault.ifPresent(wrong -> problems.add(where(part), "the " + kind + " " + part.name() + " " + wrong));
    }

    private String where(Part<?> part) {
        return part.module().isEmpty() ? place.apply(part.key()) : "--module " + part.module();
    }

    private void check(
            Part<?> part, Player player, Map<Player, NetSpec> nets, Supplier<NetSpec> net, Shape input, Shape output) {
        String where = where(part);
        refusals(where, "the " + player + " does not fit: ", () -> {
            ShapeAlgebra shapes = ShapeAlgebra.of(data);
            NetSpec built = net.get();
            Shape made = built.apply(shapes, player.scope(), new Expr<>(shapes, input.batched()))
                    .raw();
            if (!made.equals(output.batched())) {
                problems.add(
                        where,
                        "the " + player + " turns " + input.batched() + " into " + made + ", expected "
                                + output.batched() + meaning(player));
            }
            nets.put(player, built);
        });
    }

    private static String meaning(Player player) {
        return switch (player) {
            case GENERATOR -> " as the data";
            case DISCRIMINATOR -> ": one logit an example";
        };
    }

    /** Adds a term's heads to the nets, as far as these fit, and applies them. */
    private void heads(Part<Term> term, Map<Player, NetSpec> nets, Draws draws) {
        refusals(where(term), "the term '" + term.name() + "' does not fit: ", () -> {
            for (Head head : term.value().heads(draws)) {
                NetSpec net = nets.get(head.player());
                if (net != null) {
                    NetSpec extended = net.with(head.name(), head.branch());
                    nets.put(head.player(), extended);
                    ShapeAlgebra shapes = ShapeAlgebra.of(data);
                    Expr<Shape> input = new Expr<>(shapes, input(head.player(), draws));
                    extended.apply(shapes, head.player().scope(), input, head.name());
                }
            }
        });
    }

    private void value(Part<Term> term, Loss loss, Map<Player, NetSpec> nets, Draws draws) {
        for (Player player : term.value().players()) {
            refusals(where(term), "the term '" + term.name() + "' does not fit: ", () -> {
                ShapeStep step = new ShapeStep(ShapeAlgebra.of(data), player, draws, loss, nets);
                Shape value = term.value().value(step).raw();
                if (!value.equals(Shape.of())) {
                    problems.add(
                            where(term),
                            "the term '" + term.name() + "' gives the " + player + " a value of shape " + value
                                    + ", expected a scalar such as a mean over the batch");
                }
            });
        }
    }

    private static Shape input(Player player, Draws draws) {
        return switch (player) {
            case GENERATOR -> draws.latent().batched();
            case DISCRIMINATOR -> draws.example().batched();
        };
    }

    /** Runs an action and reports what it refuses. */
    private void refusals(String where, String what, Runnable action) {
        try {
            action.run();
        } catch (InvalidInput e) {
            e.problems().forEach(problem -> problems.add(where, problem.what()));
        } catch (IllegalArgumentException e) {
            problems.add(where, what + e.getMessage());
        }
    }
}
