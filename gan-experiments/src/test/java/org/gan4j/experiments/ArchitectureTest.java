package org.gan4j.experiments;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.gan4j.PackageRules;

@AnalyzeClasses(packages = "org.gan4j.experiments", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule LOSSES_AND_BACKENDS_ARE_FOUND_AS_ANYONES_PLUGINS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.gan4j.losses..", "org.gan4j.tensorflow..", "org.tensorflow..", "org.bytedeco..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = PackageRules.noCyclesBelow("org.gan4j.experiments");

    @ArchTest
    static final ArchRule ONLY_THE_FRONT_END_KNOWS_HOW_COMMAND_LINES_ARE_PARSED = noClasses()
            .that()
            .resideOutsideOfPackage("org.gan4j.experiments.program.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.cli..");

    @ArchTest
    static final ArchRule NO_ONE_KNOWS_THE_FRONT_END = noClasses()
            .that()
            .resideOutsideOfPackage("org.gan4j.experiments.program.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.gan4j.experiments.program.cli..");
}
