package org.gan4j.api.plugin;

import com.google.inject.TypeLiteral;
import java.util.List;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Generator;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.command.Command;
import org.gan4j.api.net.Layer;
import org.gan4j.api.run.Backend;
import org.gan4j.api.run.Metric;
import org.gan4j.api.run.Recipe;
import org.gan4j.api.run.Tracker;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Term;

/**
 * A place where plug-ins add parts. Points describe themselves and are contributions too: any module may declare one.
 *
 * @param id        its name, also the key of the part in an experiment
 * @param contract  the type that a contribution implements
 * @param purpose   what contributions are for, in a sentence
 * @param since     the version of gan-api that declared it
 * @param example   how a part is chosen
 * @param swappable whether an experiment has exactly one such part, which {@code --module} may override
 */
public record ExtensionPoint<P>(
        String id, Class<P> contract, String purpose, String since, String example, boolean swappable) {

    public static final ExtensionPoint<Generator> GENERATOR = part(
            "generator", Generator.class, "turns latent draws into examples", "generator=mlp generator.hidden=[64,64]");
    public static final ExtensionPoint<Discriminator> DISCRIMINATOR =
            part("discriminator", Discriminator.class, "tells real from generated examples", "discriminator=mlp");
    public static final ExtensionPoint<Prior> PRIOR =
            part("prior", Prior.class, "the distribution of the generator's input", "prior=gaussian prior.size=16");
    public static final ExtensionPoint<Loss> LOSS =
            part("loss", Loss.class, "what both players minimise", "loss=minimax,non-saturating");
    public static final ExtensionPoint<Dataset> DATASET =
            part("dataset", Dataset.class, "the data that is imitated", "dataset=ring dataset.modes=8");
    public static final ExtensionPoint<Schedule> SCHEDULE =
            part("schedule", Schedule.class, "which player updates when", "schedule=algorithm-1 schedule.k=5");
    public static final ExtensionPoint<Optimizer> OPTIMIZER =
            part("optimizer", Optimizer.class, "turns gradients into updates", "optimizer=adam optimizer.rate=0.0002");
    public static final ExtensionPoint<Backend> BACKEND =
            part("backend", Backend.class, "the numeric library that trains", "backend=tensorflow");
    public static final ExtensionPoint<Layer> LAYER =
            list("layer", Layer.class, "one step of a net", "generator.activation=relu");
    public static final ExtensionPoint<Initializer> INITIALIZER =
            list("initializer", Initializer.class, "first values of weights", "generator.weights=glorot");
    public static final ExtensionPoint<Term> TERM =
            list("term", Term.class, "one more addend of a player's objective", "terms=drift terms.drift.weight=0.001");
    public static final ExtensionPoint<Metric> METRIC =
            list("metric", Metric.class, "a named protocol over samples", "metrics=[modes]");
    public static final ExtensionPoint<Tracker> TRACKER =
            list("tracker", Tracker.class, "makes runs visible elsewhere", "MLFLOW_TRACKING_URI=http://localhost:5000");
    public static final ExtensionPoint<Recipe> RECIPE =
            list("recipe", Recipe.class, "a named experiment to begin with", "gan train ring");
    public static final ExtensionPoint<Command> COMMAND =
            list("command", Command.class, "a subcommand of gan", "gan compare ring");

    /** What Guice collects declared points under. */
    public static final TypeLiteral<ExtensionPoint<?>> TYPE = new TypeLiteral<>() {};

    /** The points that gan-api declares. */
    public static final List<ExtensionPoint<?>> STANDARD = List.of(
            GENERATOR,
            DISCRIMINATOR,
            PRIOR,
            LOSS,
            DATASET,
            LAYER,
            INITIALIZER,
            TERM,
            SCHEDULE,
            OPTIMIZER,
            METRIC,
            TRACKER,
            BACKEND,
            RECIPE,
            COMMAND);

    private static <P> ExtensionPoint<P> part(String id, Class<P> contract, String purpose, String example) {
        return new ExtensionPoint<>(id, contract, purpose, "0.1", example, true);
    }

    private static <P> ExtensionPoint<P> list(String id, Class<P> contract, String purpose, String example) {
        return new ExtensionPoint<>(id, contract, purpose, "0.1", example, false);
    }
}
