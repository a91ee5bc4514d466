package org.gan4j.losses;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.gan4j.OutputRules;
import org.gan4j.api.Loss;
import org.gan4j.api.plugin.GanModule;

@AnalyzeClasses(packages = "org.gan4j.losses", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule losses_know_contracts_and_built_in_layers_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.gan4j.api..",
                    "org.gan4j.losses..",
                    "org.gan4j.standard.layer..",
                    "org.gan4j.standard.initializer..",
                    "com.google.inject..",
                    "org.jspecify..")
            .because("a term may bring a head, which is made of layers");

    @ArchTest
    static final ArchRule guice_is_known_to_modules_only = noClasses()
            .that(DescribedPredicate.not(assignableTo(GanModule.class)))
            .should(dependOnClassesThat(resideInAPackage("com.google.inject..")));

    @ArchTest
    static final ArchRule nothing_is_printed = OutputRules.noneButThesePrint();

    @ArchTest
    static final ArchRule losses_are_records =
            classes().that().implement(Loss.class).should().beRecords();
}
