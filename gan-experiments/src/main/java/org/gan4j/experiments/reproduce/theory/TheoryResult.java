package org.gan4j.experiments.reproduce.theory;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.experiments.reproduce.ReproductionResult;
import org.gan4j.experiments.reproduce.ResultText;
import org.gan4j.experiments.reproduce.Verdict;

/**
 * Each line of each statement, measured.
 *
 * @param passed whether all lines passed
 */
public record TheoryResult(boolean passed, List<TheoryRow> laws) implements ReproductionResult {
    /**
     * One line.
     *
     * @param statement what the paper calls it
     * @param where     section and equations
     * @param law       what must hold, in words
     * @param formula   the same as a formula
     * @param tolerance largest allowed difference
     * @param passed    whether measured and expected differ by no more
     */
    public record TheoryRow(
            String statement,
            String where,
            String law,
            String formula,
            double expected,
            double measured,
            double tolerance,
            boolean passed) {
        static TheoryRow of(Statement of, Law law) {
            return new TheoryRow(
                    of.title(),
                    of.where(),
                    law.law(),
                    law.formula(),
                    law.expected(),
                    law.measured(),
                    law.tolerance(),
                    law.passed());
        }
    }

    static TheoryResult of(List<Statement> statements) {
        List<TheoryRow> rows = statements.stream()
                .flatMap(statement -> statement.laws().stream().map(law -> TheoryRow.of(statement, law)))
                .toList();
        return new TheoryResult(rows.stream().allMatch(TheoryRow::passed), rows);
    }

    @Override
    public Verdict verdict() {
        return Verdict.of(passed, "each measured value is within its tolerance of the expected one");
    }

    @Override
    public void describe(ResultText text) {
        String statement = "";
        for (TheoryRow row : laws) {
            if (!row.statement.equals(statement)) {
                text.add((statement.isEmpty() ? "" : "\n") + row.statement + " (" + row.where + ")");
                text.format("  %-6s %12s %12s %8s", "", "expected", "measured", "within");
                statement = row.statement;
            }
            text.format(
                    "  %-6s %12.6g %12.6g %8.1g  %s: %s",
                    row.passed ? "ok" : "BROKEN", row.expected, row.measured, row.tolerance, row.law, row.formula);
        }
        text.add("");
    }
}
