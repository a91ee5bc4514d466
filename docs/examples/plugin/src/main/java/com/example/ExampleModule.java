package com.example;

import com.example.data.Drawings;
import com.example.data.Laplace;
import com.example.data.Spread;
import com.example.data.TriangularPrior;
import com.example.net.Centred;
import com.example.net.Lecun;
import com.example.net.MyResidual;
import com.example.net.MyResidualGenerator;
import com.example.net.QuadraticDiscriminator;
import com.example.play.Balanced;
import com.example.play.Drift;
import com.example.play.Lion;
import com.example.play.Patient;
import com.example.play.Squares;
import com.example.program.CommandLines;
import com.example.program.EndingsTracker;
import com.example.program.ParametersCommand;
import com.example.program.RowTable;
import com.example.program.Tails;
import com.example.program.WeightNorms;
import org.gan4j.api.plugin.GanModule;

/** Contributes every example under a name. */
public final class ExampleModule extends GanModule {
    @Override
    protected void configure() {
        loss("squares", Squares.class);
        loss("balanced", Balanced.class);
        layer("my-residual", MyResidual.class);
        layer("centred", Centred.class);
        prior("triangular", TriangularPrior.class);
        generator("my-residual", MyResidualGenerator.class);
        discriminator("quadratic", QuadraticDiscriminator.class);
        dataset("laplace", Laplace.class);
        dataset("drawings", Drawings.class);
        metric("spread", Spread.class);
        recipe("tails", Tails.class);
        command("parameters", ParametersCommand.class);
        tracker("endings", EndingsTracker.class);
        runEnd("norms", WeightNorms.class);
        comparisonEnd("rows", RowTable.class);
        launcher("lines", CommandLines.class);
        term("drift", Drift.class);
        initializer("lecun", Lecun.class);
        schedule("patient", Patient.class);
        optimizer("lion", Lion.class);
    }
}
