package org.gan4j.experiments;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.theClass;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import org.gan4j.OutputRules;
import org.gan4j.PackageRules;
import org.gan4j.api.command.Command;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.experiments.run.Progress;

@AnalyzeClasses(packages = "org.gan4j.experiments", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule LOSSES_AND_BACKENDS_ARE_FOUND_AS_ANYONES_PLUGINS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.gan4j.losses..", "org.gan4j.tensorflow..", "org.tensorflow..", "org.bytedeco..");

    @ArchTest
    static final ArchRule TOP_LEVEL_PACKAGES_FOLLOW_ARROWS = classes().should(Layers.followArrows());

    @ArchTest
    static void every_arrow_leads_down_and_is_followed(JavaClasses classes) {
        assertThat(Layers.ARROWS)
                .allSatisfy(arrow -> assertThat(Layers.TOP_DOWN.indexOf(arrow.from()))
                        .isNotNegative()
                        .isLessThan(Layers.TOP_DOWN.indexOf(arrow.to())))
                .allSatisfy(arrow -> assertThat(Layers.followed(classes)).contains(arrow.from() + " " + arrow.to()));
    }

    @ArchTest
    static void no_simple_name_stands_twice_in_main_code(JavaClasses classes) throws IOException {
        assertThat(MainSources.namesakes()).isEmpty();
    }

    @ArchTest
    static void no_main_source_is_too_long(JavaClasses classes) throws IOException {
        assertThat(MainSources.tooLong()).isEmpty();
    }

    @ArchTest
    static final ArchRule STORED_RUNS_ARE_LISTED_WITHOUT_WHAT_IS_UNFINISHED = noClasses()
            .that()
            .resideInAnyPackage("org.gan4j.experiments.store..", "org.gan4j.experiments.tracking..")
            .should()
            .callMethodWhere(
                    target(owner(type(Files.class))).and(target(nameMatching("list|walk|find|newDirectoryStream"))))
            .because(
                    "WholeFolder.list and WholeFolder.files leave out what another process writes, or wrote when it died");

    /** A run that a signal stops writes its last files while the JVM shuts down, and then the JVM takes no hook. */
    @ArchTest
    static final ArchRule NO_FILE_IS_WRITTEN_OR_READ_BY_WAY_OF_A_HOOK_OF_THE_JVM = noClasses()
            .should()
            .callMethodWhere(target(owner(type(ImageIO.class)))
                    .and(target(nameMatching("read|write|createImage.*")))
                    .and(DescribedPredicate.describe(
                            "without a stream of its own", ArchitectureTest::leavesTheStreamToImageIo)))
            .orShould()
            .callMethod(File.class, "deleteOnExit");

    private static boolean leavesTheStreamToImageIo(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream()
                .noneMatch(type -> type.getPackageName().equals("javax.imageio.stream"));
    }

    @ArchTest
    static final ArchRule A_COMMAND_IS_USED_BY_THE_MODULE_THAT_CONTRIBUTES_IT_ALONE = classes()
            .that()
            .implement(Command.class)
            .should(new ArchCondition<>("be used by no other class") {
                @Override
                public void check(JavaClass command, ConditionEvents events) {
                    command.getDirectDependenciesToSelf().stream()
                            .filter(use -> !use.getOriginClass().isAssignableTo(GanModule.class))
                            .filter(use -> !use.getOriginClass().getName().startsWith(command.getName() + "$"))
                            .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
                }
            });

    /** A person sees the progress of a run on standard error unless the caller hands in another one. */
    @ArchTest
    static final ArchRule ONLY_PROGRESS_PRINTS = OutputRules.noneButThesePrint(Progress.class);

    @ArchTest
    static final ArchRule PROGRESS_PRINTS = theClass(Progress.class).should(ACCESS_STANDARD_STREAMS);

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
