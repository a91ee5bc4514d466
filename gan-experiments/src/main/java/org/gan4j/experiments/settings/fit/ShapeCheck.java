package org.gan4j.experiments.settings.fit;

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
import org.gan4j.api.train.Player;
import org.gan4j.plain.shape.ShapeAlgebra;

/**
 * Runs prior, nets and loss over shapes alone, and compares what they say of themselves: what does not fit is found before
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
        widths.check(
                parts.generator(),
                Player.GENERATOR,
                () -> parts.generator().value().net(prior.shape(), data.shape()),
                prior.shape(),
                data.shape(),
                " as the data");
        widths.check(
                parts.discriminator(),
                Player.DISCRIMINATOR,
                () -> parts.discriminator().value().net(data.shape()),
                data.shape(),
                Shape.of(1),
                ": one logit an example");
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

    private void check(Part<?> part, Player player, Supplier<NetSpec> net, Shape input, Shape output, String meaning) {
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
                                + output.batched() + meaning);
            }
        } catch (InvalidInput e) {
            e.problems().forEach(problem -> problems.add(where, problem.what()));
        } catch (IllegalArgumentException e) {
            problems.add(where, "the " + player + " does not fit: " + e.getMessage());
        }
    }
}
