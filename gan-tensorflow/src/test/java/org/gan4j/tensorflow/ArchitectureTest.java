package org.gan4j.tensorflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.gan4j.OutputRules;
import org.gan4j.PackageRules;
import org.gan4j.tensorflow.host.GraphSession;
import org.tensorflow.Result;
import org.tensorflow.Session;

@AnalyzeClasses(packages = "org.gan4j.tensorflow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_BACKEND_KNOWS_NO_LOSS_AND_NO_PROGRAM = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.gan4j.losses..", "org.gan4j.experiments..");

    @ArchTest
    static final ArchRule ONE_CLASS_RUNS_THE_SESSION_AND_CLOSES_WHAT_COMES_BACK = noClasses()
            .that()
            .doNotBelongToAnyOf(GraphSession.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Result.class)
            .orShould()
            .callMethod(Session.class, "runner");

    @ArchTest
    static final ArchRule THE_GRAPH_KNOWS_NEITHER_TRAINING_NOR_MACHINE = noClasses()
            .that()
            .resideInAPackage("..graph..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.gan4j.tensorflow.train..",
                    "org.gan4j.tensorflow.plan..",
                    "org.gan4j.tensorflow.rule..",
                    "org.gan4j.tensorflow.host..");

    @ArchTest
    static final ArchRule THE_MACHINE_KNOWS_NO_TRAINING = noClasses()
            .that()
            .resideInAPackage("..host..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..train..", "..plan..", "..rule..");

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = OutputRules.noneButThesePrint();

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = PackageRules.noCyclesBelow("org.gan4j.tensorflow");
}
