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
import org.gan4j.api.end.ComparisonEnd;
import org.gan4j.api.end.RunEnd;
import org.gan4j.api.experiment.Backend;
import org.gan4j.api.experiment.Recipe;
import org.gan4j.api.launch.Launcher;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.track.Tracker;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Term;

/** The extension points that gan-api declares; each contract holds its own as {@code POINT}. */
public final class StandardPoints {
    public static final List<ExtensionPoint<?>> ALL = List.of(
            Generator.POINT,
            Discriminator.POINT,
            Prior.POINT,
            Loss.POINT,
            Dataset.POINT,
            Layer.POINT,
            Initializer.POINT,
            Term.POINT,
            Schedule.POINT,
            Optimizer.POINT,
            Metric.POINT,
            Tracker.POINT,
            RunEnd.POINT,
            ComparisonEnd.POINT,
            Launcher.POINT,
            Backend.POINT,
            Recipe.POINT,
            Command.POINT);

    /** The type under which Guice collects the points that modules declare. */
    public static final TypeLiteral<ExtensionPoint<?>> TYPE = new TypeLiteral<>() {};

    private StandardPoints() {}
}
