package org.gan4j.experiments.settings.fit;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.train.Draws;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.api.train.Step;
import org.gan4j.plain.shape.ShapeAlgebra;

/** One update as its terms see it, over shapes alone. */
final class ShapeStep implements Step<Shape> {
    private final ShapeAlgebra shapes;
    private final Player player;
    private final Draws draws;
    private final Loss loss;
    private final Map<Player, NetSpec> nets;
    private final Map<Signal, Expr<Shape>> known = new HashMap<>();

    /**
     * Creates the step.
     *
     * @param nets of both players, with the heads of all terms
     */
    ShapeStep(ShapeAlgebra shapes, Player player, Draws draws, Loss loss, Map<Player, NetSpec> nets) {
        this.shapes = shapes;
        this.player = player;
        this.draws = draws;
        this.loss = loss;
        this.nets = nets;
    }

    private Expr<Shape> expr(Shape shape) {
        return Expr.of(shapes, shape);
    }

    private NetSpec net(Player who) {
        return Objects.requireNonNull(nets.get(who));
    }

    @Override
    public Expr<Shape> get(Signal signal) {
        Expr<Shape> value = known.get(signal);
        if (value == null) {
            value = signal.compute(this);
            known.put(signal, value);
        }
        return value;
    }

    @Override
    public Player player() {
        return player;
    }

    @Override
    public Draws draws() {
        return draws;
    }

    @Override
    public Expr<Shape> feed(String name) {
        if (name.equals("label") && draws.classes() == 0) {
            throw new IllegalArgumentException("the data have no classes, so there is no \"label\"");
        }
        return switch (name) {
            case "real" -> expr(draws.example().batched());
            case "latent" -> expr(draws.latent().batched());
            case "label" -> expr(Shape.of(draws.classes()).batched());
            default -> throw new IllegalArgumentException("an update draws no \"" + name + "\"");
        };
    }

    @Override
    public Expr<Shape> apply(Player who, Expr<Shape> input) {
        Expr<Shape> output = net(who).apply(shapes, who.scope(), input);
        return switch (who) {
            case GENERATOR -> output;
            case DISCRIMINATOR -> expr(Shape.of().batched());
        };
    }

    @Override
    public Expr<Shape> apply(Player who, Expr<Shape> input, String head) {
        return net(who).apply(shapes, who.scope(), input, head);
    }

    @Override
    public SortedMap<String, Expr<Shape>> weights(Player who) {
        ShapeAlgebra alone = new ShapeAlgebra();
        Shape input =
                switch (who) {
                    case GENERATOR -> draws.latent();
                    case DISCRIMINATOR -> draws.example();
                };
        net(who).apply(alone, who.scope(), Expr.of(alone, input.batched()));
        SortedMap<String, Expr<Shape>> weights = new TreeMap<>();
        alone.parameters().forEach((name, shape) -> weights.put(name, expr(shape)));
        return weights;
    }

    @Override
    public Expr<Shape> objective(Player who) {
        return who.objective(loss, new Scores<>(get(Signal.score(Signal.REAL)), get(Signal.score(Signal.FAKE))));
    }

    @Override
    public Noise<Shape> noise() {
        return shapes.noise();
    }

    @Override
    public Expr<Shape> gradient(Expr<Shape> scalar, Expr<Shape> with) {
        return with;
    }
}
