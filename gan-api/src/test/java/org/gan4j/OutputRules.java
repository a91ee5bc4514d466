package org.gan4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.lang.ArchRule;

/** Rules about what code prints and logs. They hold in every module. */
public final class OutputRules {
    private OutputRules() {}

    /** Library code logs through SLF4J alone: only the named classes print, and none uses the logging of the JDK. */
    public static ArchRule noneButThesePrint(Class<?>... printers) {
        return noClasses()
                .that()
                .doNotBelongToAnyOf(printers)
                .should(ACCESS_STANDARD_STREAMS)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("whoever embeds a library decides where its messages go");
    }
}
