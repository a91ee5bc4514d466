package org.gan4j.experiments.lab;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.registry.Extensions;

/** Menus for tests. */
final class LabMenus {
    private LabMenus() {}

    /** A menu of recipes, each with the same settings. */
    static LabMenu of(LocalRunner runner, List<String> recipes, String... settings) {
        return new LabMenu(
                recipes.stream()
                        .map(recipe -> new LabMenu.Situation(recipe, "the purpose of " + recipe))
                        .toList(),
                number -> runner.resolve(recipes.get(number), settings),
                new LabParts(Extensions.onClassPath()));
    }

    /** A server for recipes, of which the first is open. */
    static LabServer serve(LocalRunner runner, List<String> recipes, String... settings) throws java.io.IOException {
        return LabServer.start(Lab.open(runner.resolve(recipes.get(0), settings)), of(runner, recipes, settings), 0);
    }

    /** The settings of a backend whose numbers can be worked out by hand. */
    static String[] fake(String... settings) {
        return Stream.concat(Stream.of("backend=fake", "metrics=[]"), Stream.of(settings))
                .toArray(String[]::new);
    }
}
