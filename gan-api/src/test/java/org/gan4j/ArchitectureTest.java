package org.gan4j;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.gan4j.api.plugin.GanModule;

@AnalyzeClasses(packages = "org.gan4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] IMPLEMENTATION = {
        "org.gan4j.standard..", "org.gan4j.registry..", "org.gan4j.binding.."
    };

    @ArchTest
    static final ArchRule no_backend_no_tracker_no_command_line = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.gan4j..", "com.google.inject..", "org.jspecify..")
            .because("what a GAN is made of does not depend on how it is run");

    @ArchTest
    static final ArchRule guice_only_where_parts_are_contributed = noClasses()
            .that(DescribedPredicate.not(resideInAnyPackage("org.gan4j.api.plugin..", "org.gan4j.registry.."))
                    .and(DescribedPredicate.not(assignableTo(GanModule.class))))
            .should(dependOnClassesThat(resideInAPackage("com.google.inject..")));

    @ArchTest
    static final ArchRule nothing_is_printed = OutputRules.noneButThesePrint();

    @ArchTest
    static final ArchRule packages_form_no_cycles = PackageRules.noCyclesBelow("org.gan4j");

    @ArchTest
    static final ArchRule contracts_depend_on_no_implementation = noClasses()
            .that()
            .resideInAPackage("org.gan4j.api..")
            .and()
            .resideOutsideOfPackages("org.gan4j.api.laws..", "org.gan4j.api.experiment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(IMPLEMENTATION)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.gan4j.plain..", "org.gan4j.gradient..", "org.gan4j.api.laws..")
            .because("an author reads contracts without what the program does with them");

    /** An experiment writes its parts as settings, as the binding does. */
    @ArchTest
    static final ArchRule experiments_need_the_binding_alone = noClasses()
            .that()
            .resideInAPackage("org.gan4j.api.experiment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.gan4j.standard..", "org.gan4j.registry..", "org.gan4j.plain..", "org.gan4j.api.laws..");

    @ArchTest
    static final ArchRule laws_need_the_plain_interpreters_alone = noClasses()
            .that()
            .resideInAPackage("org.gan4j.api.laws..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(IMPLEMENTATION);

    @ArchTest
    static final ArchRule in_the_contracts_guice_is_known_to_plugin_alone = noClasses()
            .that()
            .resideInAPackage("org.gan4j.api..")
            .and()
            .resideOutsideOfPackage("org.gan4j.api.plugin..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.inject..");

    @ArchTest
    static final ArchRule standard_parts_use_no_interpreter = noClasses()
            .that()
            .resideInAPackage("org.gan4j.standard..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.gan4j.plain..", "org.gan4j.gradient..", "org.gan4j.api.laws..");
}
