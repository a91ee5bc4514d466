package org.gan4j.experiments;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists which top-level package of this module may use which, and why. */
public final class Layers {
    private static final String ROOT = "org.gan4j.experiments";

    /** A package is used by those above it only. */
    public static final List<String> TOP_DOWN = List.of(
            "program",
            "reproduce",
            "mlflow",
            "report",
            "compare",
            "launch",
            "lab",
            "bench",
            "run",
            "library",
            "draw",
            "settings",
            "tracking",
            "plugins",
            "net",
            "store");

    public static final List<Arrow> ARROWS = List.of(
            new Arrow("program", "reproduce", "a command runs reproductions"),
            new Arrow("program", "mlflow", "commands start a server and say whether one answers"),
            new Arrow("program", "report", "a command writes reports anew"),
            new Arrow("program", "compare", "commands make runs and comparisons"),
            new Arrow("program", "lab", "a command shows the lab"),
            new Arrow("program", "bench", "a command measures speed"),
            new Arrow("program", "run", "commands open runs that have ended"),
            new Arrow("program", "library", "commands fetch and check data sets"),
            new Arrow("program", "draw", "a command draws samples"),
            new Arrow("program", "settings", "commands show recipes, keys and differences"),
            new Arrow("program", "tracking", "a command sends runs again"),
            new Arrow("program", "net", "addresses in a file for a report are shown without logins"),
            new Arrow("program", "plugins", "the program loads plug-ins, and a command checks one"),
            new Arrow("program", "store", "commands list and name runs"),
            new Arrow("reproduce", "report", "results are written with the report's numbers and tables"),
            new Arrow("reproduce", "compare", "results are reported with intervals and paired differences"),
            new Arrow("reproduce", "run", "trained nets are opened and used"),
            new Arrow("reproduce", "library", "results are measured with the built-in metrics"),
            new Arrow("reproduce", "draw", "figures are drawn"),
            new Arrow("reproduce", "store", "recorded results are read"),
            new Arrow("mlflow", "net", "a server is asked and files are sent"),
            new Arrow("mlflow", "store", "what a run has recorded is shown elsewhere"),
            new Arrow("report", "compare", "arms, intervals and protocols are shown"),
            new Arrow("report", "draw", "charts and small figures are drawn"),
            new Arrow("report", "store", "a report is made from what a run has recorded"),
            new Arrow("compare", "run", "a comparison makes runs"),
            new Arrow("compare", "settings", "cells are written down and resolved again"),
            new Arrow("compare", "store", "plan and result of a comparison are recorded"),
            new Arrow("lab", "run", "arms are named as runs, and the collapse alarm watches them"),
            new Arrow("lab", "library", "the divergence from a known density is that of the built-in metric"),
            new Arrow("lab", "draw", "pictures, axes and colours are those of reports"),
            new Arrow("lab", "settings", "an arm is written down as a recipe"),
            new Arrow("lab", "store", "what the page reads is written as JSON"),
            new Arrow("bench", "run", "memory is read as for the system metrics of runs"),
            new Arrow("run", "draw", "each evaluation leaves a picture"),
            new Arrow("run", "settings", "an experiment is written down and resolved again"),
            new Arrow("run", "tracking", "a run's journal is sent while it trains"),
            new Arrow("run", "net", "what a failed run leaves names addresses without logins"),
            new Arrow("run", "plugins", "what happens at a run's end is contributed"),
            new Arrow("run", "store", "a run is recorded"),
            new Arrow("library", "net", "data sets are downloaded"),
            new Arrow("settings", "plugins", "modules that override parts are found by name"),
            new Arrow("settings", "store", "experiments of recorded runs are read"),
            new Arrow("tracking", "plugins", "trackers are contributed"),
            new Arrow("tracking", "store", "journals are read"));

    private Layers() {}

    /**
     * A permission.
     *
     * @param reason what the one needs of the other
     */
    public record Arrow(String from, String to, String reason) {}

    /** A class uses its own top-level package and those that an arrow leads to; the root, which joins all, uses any. */
    static ArchCondition<JavaClass> followArrows() {
        return new ArchCondition<>("use no other top-level package than an arrow of Layers leads to") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(Layers::isForbidden)
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }

    private static boolean isForbidden(Dependency use) {
        if (!isArrow(use) || layer(use.getOriginClass()).isEmpty()) {
            return false;
        }
        String from = layer(use.getOriginClass());
        String to = layer(use.getTargetClass());
        return ARROWS.stream()
                .noneMatch(arrow -> arrow.from().equals(from) && arrow.to().equals(to));
    }

    private static boolean isArrow(Dependency use) {
        return use.getTargetClass().getPackageName().startsWith(ROOT)
                && !layer(use.getOriginClass()).equals(layer(use.getTargetClass()));
    }

    /** The arrows that classes really follow, as {@code from to}. */
    static Set<String> followed(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(Layers::isArrow)
                .map(use -> layer(use.getOriginClass()) + " " + layer(use.getTargetClass()))
                .collect(Collectors.toSet());
    }

    /** The top-level package of a class; empty for the root. */
    private static String layer(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).replaceFirst("\\..*", "");
    }
}
