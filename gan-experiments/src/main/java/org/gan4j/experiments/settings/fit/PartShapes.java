package org.gan4j.experiments.settings.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Generator;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.plain.Array;
import org.gan4j.plain.PlainSlots;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.plain.shape.ShapeAlgebra;

/** Checks the shapes of one part by itself, before it is known what it will be used with. Nothing native loads. */
public final class PartShapes {
    private static final Scope AT = new Scope("part");
    private static final Shape LATENT = Shape.of(5);

    /** The shapes that nets and layers are tried on: vectors, pictures, pictures with channels. */
    private static final List<Shape> EXAMPLES = List.of(Shape.of(6), Shape.of(8, 8), Shape.of(8, 8, 3));

    private PartShapes() {}

    /** Returns what is wrong with a part, if that shows by itself; nothing for parts without shapes. */
    public static Optional<String> fault(Object part) {
        if (part instanceof Loss loss) {
            return of(loss);
        } else if (part instanceof Prior prior) {
            return of(prior);
        } else if (part instanceof Dataset.Sampler data) {
            return guarded(() -> misfit(
                    "draws ", data.draw(new ShapeAlgebra().noise()).raw(), data.shape(), " as its shape() declares"));
        } else if (part instanceof Layer layer) {
            return tried(example -> batched(layer, example));
        } else if (part instanceof Generator generator) {
            return tried(data -> misfit(
                    "turns " + LATENT.batched() + " into ",
                    made(generator.net(LATENT, data), LATENT),
                    data,
                    " as the data"));
        } else if (part instanceof Discriminator discriminator) {
            return tried(data -> misfit(
                    "turns " + data.batched() + " into ",
                    made(discriminator.net(data), data),
                    Shape.of(1),
                    ": one logit an example"));
        } else if (part instanceof Initializer initializer) {
            return guarded(() -> {
                new ShapeAlgebra().parameter(AT, EXAMPLES.get(1), initializer);
                return Optional.empty();
            });
        } else if (part instanceof Optimizer optimizer) {
            return of(optimizer);
        }
        return Optional.empty();
    }

    /** Checks that a prior draws what it declares; returns the fault. */
    static Optional<String> of(Prior prior) {
        return guarded(() -> misfit(
                "draws ", prior.draw(new ShapeAlgebra().noise()).raw(), prior.shape(), " as its shape() declares"));
    }

    /** Checks that both players' objectives are scalars; returns the fault. */
    static Optional<String> of(Loss loss) {
        return Stream.of(Player.values())
                .flatMap(player -> of(loss, player).stream())
                .reduce((one, other) -> one + ", and " + other);
    }

    private static Optional<String> of(Loss loss, Player player) {
        return guarded(() -> {
            Expr<Shape> logits = Expr.of(new ShapeAlgebra(), Shape.of().batched());
            Scores<Shape> scores = new Scores<>(logits, logits);
            Shape objective = player.objective(loss, scores).raw();
            return objective.equals(Shape.of())
                    ? Optional.empty()
                    : Optional.of("gives the " + player + " an objective of shape " + objective
                            + ", expected a scalar such as a mean over the batch");
        });
    }

    private static Optional<String> of(Optimizer optimizer) {
        return Arrays.stream(Player.values())
                .flatMap(player -> ofOne(optimizer, player).stream())
                .findFirst();
    }

    private static Optional<String> ofOne(Optimizer optimizer, Player player) {
        return guarded(() -> {
            Array parameter = Array.filled(LATENT, 0);
            Shape next = new PlainSlots(new RealAlgebra(), LATENT)
                    .update(optimizer.of(player), parameter, parameter)
                    .shape();
            return next.equals(LATENT)
                    ? Optional.empty()
                    : Optional.of("makes " + next + " of a parameter of shape " + LATENT + ", expected the same shape");
        });
    }

    private static Shape made(NetSpec net, Shape input) {
        ShapeAlgebra shapes = new ShapeAlgebra();
        return net.apply(shapes, AT, new Expr<>(shapes, input.batched())).raw();
    }

    private static Optional<String> batched(Layer layer, Shape example) {
        Shape made = made(NetSpec.of(List.of(layer)), example);
        return made.rank() > 0 && made.equals(made.example().batched())
                ? Optional.empty()
                : Optional.of(
                        "turns " + example.batched() + " into " + made + ", which has lost the axis of the batch");
    }

    private static Optional<String> misfit(String verb, Shape made, Shape example, String why) {
        return made.equals(example.batched())
                ? Optional.empty()
                : Optional.of(verb + made + ", expected " + example.batched() + why);
    }

    private static Optional<String> tried(Function<Shape, Optional<String>> attempt) {
        return EXAMPLES.stream()
                .flatMap(example -> tried(attempt, example).stream())
                .findFirst();
    }

    private static Optional<String> tried(Function<Shape, Optional<String>> attempt, Shape example) {
        try {
            return attempt.apply(example);
        } catch (IllegalArgumentException | InvalidInput e) {
            // A part may refuse what it is not made for; only what it accepts must come out right.
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("fails on " + example.batched() + ": " + e);
        }
    }

    private static Optional<String> guarded(Supplier<Optional<String>> attempt) {
        try {
            return attempt.get();
        } catch (InvalidInput e) {
            // It asks for something of an experiment, such as the means of its data.
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("does not fit: " + e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            return Optional.of("fails: " + e);
        }
    }
}
