package org.gan4j.examples;

import org.gan4j.api.plugin.GanModule;
import org.gan4j.examples.data.Laplace;
import org.gan4j.examples.data.Spread;
import org.gan4j.examples.data.TriangularPrior;
import org.gan4j.examples.net.Lecun;
import org.gan4j.examples.net.QuadraticDiscriminator;
import org.gan4j.examples.net.Residual;
import org.gan4j.examples.net.ResidualGenerator;
import org.gan4j.examples.play.Drift;
import org.gan4j.examples.play.LeastSquares;
import org.gan4j.examples.play.Lion;
import org.gan4j.examples.play.Patient;
import org.gan4j.examples.program.EndingsTracker;
import org.gan4j.examples.program.ParametersCommand;
import org.gan4j.examples.program.Tails;

/** Contributes every example under a name. */
public final class ExampleModule extends GanModule {
    @Override
    protected void configure() {
        loss("squares", LeastSquares.class);
        layer("residual", Residual.class);
        prior("triangular", TriangularPrior.class);
        generator("residual", ResidualGenerator.class);
        discriminator("quadratic", QuadraticDiscriminator.class);
        dataset("laplace", Laplace.class);
        metric("spread", Spread.class);
        recipe("tails", Tails.class);
        command("parameters", ParametersCommand.class);
        tracker("endings", EndingsTracker.class);
        term("drift", Drift.class);
        initializer("lecun", Lecun.class);
        schedule("patient", Patient.class);
        optimizer("lion", Lion.class);
    }
}
