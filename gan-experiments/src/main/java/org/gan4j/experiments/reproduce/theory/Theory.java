package org.gan4j.experiments.reproduce.theory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.Law;
import org.gan4j.api.command.Context;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.reproduce.Reproduction;
import org.gan4j.experiments.reproduce.theory.setting.Game;
import org.gan4j.experiments.reproduce.theory.setting.NormalPair;
import org.gan4j.experiments.reproduce.theory.setting.TheoryParts;
import org.gan4j.experiments.reproduce.theory.setting.TrainedDiscriminator;
import org.gan4j.registry.Extensions;

/** Every statement of the paper's theory, measured for real data N(0, 1) against generated data N(mean, sd²). */
@About(
        value = "each statement of the theory, expected and measured, for data N(0, 1) against a generator's N(mean,"
                + " sd²)",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, sections 3 and 4")
public record Theory(
        @Param(value = "1", min = -4, max = 4, doc = "mean of the generated distribution")
        double mean,

        @Param(value = "1.5", min = 0.3, max = 3, doc = "standard deviation of the generated distribution")
        double sd,

        @Param(value = "1", doc = "seed of everything that is drawn")
        long seed)
        implements Reproduction {
    @Override
    public int run(Context context) {
        List<Statement> statements = statements(TheoryParts.of(Extensions.of(context)));
        statements.forEach(statement -> print(context, statement));
        boolean passed = statements.stream().allMatch(Statement::passed);
        context.result(Map.of(
                "passed",
                passed,
                "laws",
                statements.stream()
                        .flatMap(statement -> statement.laws().stream().map(law -> document(statement, law)))
                        .toList()));
        return passed ? 0 : 1;
    }

    private List<Statement> statements(TheoryParts parts) {
        NormalPair pair = new NormalPair(mean, sd);
        try (TrainedDiscriminator against = TrainedDiscriminator.against(pair, parts, seed);
                TrainedDiscriminator againstEqual = TrainedDiscriminator.against(new NormalPair(0, 1), parts, seed)) {
            return List.of(
                    new GeneratorGradients(pair, parts, seed).statement(),
                    new Lemma(Game.of(parts.minimax()), seed).statement(),
                    new PropositionOne(pair, parts, seed).statement(against),
                    new TheoremOne(pair, parts, seed).statement(),
                    new PropositionTwo(parts, seed).statement(),
                    new EndState(pair, parts, seed).statement(against, againstEqual));
        }
    }

    private static void print(Context context, Statement statement) {
        context.print(statement.title() + " (" + statement.where() + ")");
        context.print(String.format(Locale.ROOT, "  %-6s %12s %12s %8s", "", "expected", "measured", "within"));
        for (Law law : statement.laws()) {
            context.print(String.format(
                    Locale.ROOT,
                    "  %-6s %12.6g %12.6g %8.1g  %s: %s",
                    law.passed() ? "ok" : "BROKEN",
                    law.expected(),
                    law.measured(),
                    law.tolerance(),
                    law.law(),
                    law.formula()));
        }
        context.print("");
    }

    private static Map<String, Object> document(Statement statement, Law law) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("statement", statement.title());
        document.put("where", statement.where());
        document.putAll(law.document());
        return document;
    }
}
