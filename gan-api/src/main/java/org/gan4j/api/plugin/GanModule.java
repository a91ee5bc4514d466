package org.gan4j.api.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Generator;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.command.Command;
import org.gan4j.api.end.ComparisonEnd;
import org.gan4j.api.end.RunEnd;
import org.gan4j.api.experiment.Backend;
import org.gan4j.api.experiment.Recipe;
import org.gan4j.api.experiment.YamlRecipe;
import org.gan4j.api.launch.Launcher;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.part.TextPart;
import org.gan4j.api.track.Tracker;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Term;

/**
 * A Guice module of a plug-in. It serves two uses:
 *
 * <p><b>Add parts by name.</b> Name the module in {@code META-INF/services/org.gan4j.api.plugin.GanModule} of a jar and
 * put the jar into {@code plugins/}; the names then work like those of built-in parts:
 *
 * <pre>{@code
 * protected void configure() {
 *     loss("hinge", Hinge.class);
 * }
 * }</pre>
 *
 * <p><b>Swap parts.</b> Bind a contract, and pass the module with {@code --module} or to
 * {@code Gan4j.runner}; the binding takes the place of the experiment's part:
 *
 * <pre>{@code
 * protected void configure() {
 *     bind(Prior.class).toInstance(new Triangular(16));
 * }
 * }</pre>
 */
public abstract class GanModule extends AbstractModule {
    private int contributions;

    protected final void generator(String name, Class<? extends Generator> type) {
        contribute(Generator.POINT, name, type);
    }

    protected final void discriminator(String name, Class<? extends Discriminator> type) {
        contribute(Discriminator.POINT, name, type);
    }

    protected final void prior(String name, Class<? extends Prior> type) {
        contribute(Prior.POINT, name, type);
    }

    protected final void loss(String name, Class<? extends Loss> type) {
        contribute(Loss.POINT, name, type);
    }

    protected final void dataset(String name, Class<? extends Dataset> type) {
        contribute(Dataset.POINT, name, type);
    }

    protected final void layer(String name, Class<? extends Layer> type) {
        contribute(Layer.POINT, name, type);
    }

    protected final void initializer(String name, Class<? extends Initializer> type) {
        contribute(Initializer.POINT, name, type);
    }

    protected final void term(String name, Class<? extends Term> type) {
        contribute(Term.POINT, name, type);
    }

    protected final void schedule(String name, Class<? extends Schedule> type) {
        contribute(Schedule.POINT, name, type);
    }

    protected final void optimizer(String name, Class<? extends Optimizer> type) {
        contribute(Optimizer.POINT, name, type);
    }

    protected final void metric(String name, Class<? extends Metric> type) {
        contribute(Metric.POINT, name, type);
    }

    protected final void tracker(String name, Class<? extends Tracker> type) {
        contribute(Tracker.POINT, name, type);
    }

    protected final void runEnd(String name, Class<? extends RunEnd> type) {
        contribute(RunEnd.POINT, name, type);
    }

    protected final void comparisonEnd(String name, Class<? extends ComparisonEnd> type) {
        contribute(ComparisonEnd.POINT, name, type);
    }

    protected final void launcher(String name, Class<? extends Launcher> type) {
        contribute(Launcher.POINT, name, type);
    }

    protected final void backend(String name, Class<? extends Backend> type) {
        contribute(Backend.POINT, name, type);
    }

    protected final void recipe(String name, Class<? extends Recipe> type) {
        contribute(Recipe.POINT, name, type);
    }

    /** Contributes the recipes {@code recipes/NAME.yaml}, resources beside this module's class. */
    protected final void recipes(String... names) {
        for (String name : names) {
            YamlRecipe recipe = new YamlRecipe(getClass(), name);
            contribute(Recipe.POINT, name, YamlRecipe.class, Optional.of(recipe));
        }
    }

    protected final void command(String name, Class<? extends Command> type) {
        contribute(Command.POINT, name, type);
    }

    /** Contributes a class to any point, also to one that another plug-in declares. */
    protected final <P> void contribute(ExtensionPoint<P> point, String name, Class<? extends P> type) {
        contribute(point, name, type, Optional.empty());
    }

    private <P> void contribute(
            ExtensionPoint<P> point, String name, Class<? extends P> type, Optional<TextPart> text) {
        Contribution contribution = new Contribution(point.id(), name, type, text, getClass(), contributions++);
        Multibinder.newSetBinder(binder(), Contribution.class).addBinding().toInstance(contribution);
    }

    /** Declares an extension point of this plug-in's own. */
    protected final void declare(ExtensionPoint<?> point) {
        Multibinder.newSetBinder(binder(), StandardPoints.TYPE).addBinding().toInstance(point);
    }
}
