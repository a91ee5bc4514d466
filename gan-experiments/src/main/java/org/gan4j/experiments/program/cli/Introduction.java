package org.gan4j.experiments.program.cli;

import java.util.List;

/** The text that {@code gan} prints when it is called without arguments: the three uses of the program, as lines to copy. */
final class Introduction {
    static final List<String> LINES = """
        Swap components, by name or by a module in a jar of your own:
          gan plugins loss generator prior
          gan train ring loss=non-saturating prior.size=8 steps=500
          gan plugins new soft-hinge
        Compare loss variants over several seeds, with a conclusion and a report.html:
          gan compare ring loss=minimax,non-saturating "seed=range(1,4)" steps=500
          gan report latest
        Track runs in the MLflow UI, also while they train:
          gan ui
        gan --help lists all commands; gan COMMAND --help explains one and shows examples.
        """.lines().toList();

    private Introduction() {}
}
