package org.gan4j.experiments.reproduce.section7.conditional;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.experiments.compare.conclusion.TextTable;
import org.gan4j.experiments.library.metric.label.ClassProbe;
import org.gan4j.experiments.reproduce.ReproductionResult;
import org.gan4j.experiments.reproduce.ResultText;
import org.gan4j.experiments.reproduce.TextOnly;
import org.gan4j.experiments.reproduce.Verdict;

/**
 * The share of pictures that show the class that was asked for.
 *
 * @param passed    whether the agreement reaches the bound
 * @param agreement of the probe with what was asked for
 * @param probe     the probe's accuracy on real pictures that it has not seen
 * @param shuffled  agreement with the same classes in random order
 * @param examples  training pictures that the probe is made of
 */
public record ConditionalResult(
        List<Path> files,
        Path run,
        long seed,
        boolean passed,
        double bound,
        AccuracyShare agreement,
        AccuracyShare probe,
        AccuracyShare shuffled,
        List<ClassRow> rows,
        @TextOnly int examples)
        implements ReproductionResult {
    /**
     * One class.
     *
     * @param pictures    that were asked for
     * @param agreement   share of them that show it
     * @param mistakenFor the other class that they are most often taken for; empty where all show it
     */
    public record ClassRow(int label, int pictures, double agreement, Optional<Integer> mistakenFor) {}

    @Override
    public Verdict verdict() {
        return Verdict.of(
                passed,
                "at least " + AccuracyShare.percent(bound) + " of the pictures show the class that was asked for");
    }

    @Override
    public void describe(ResultText text) {
        TextTable table = new TextTable();
        table.add("class", "pictures", "agree", "else mostly");
        rows.forEach(row -> table.add(
                String.valueOf(row.label),
                String.valueOf(row.pictures),
                AccuracyShare.percent(row.agreement),
                row.mistakenFor.map(String::valueOf).orElse("")));
        text.add(table);
        text.add("of " + agreement.n() + " pictures " + agreement + " show the class that was asked for");
        text.add("the probe itself, on " + probe.n() + " real pictures that it has not seen: " + probe + " ("
                + ClassProbe.NEIGHBOURS + " nearest of " + examples + " training pictures)");
        text.add("by chance, the same classes in random order: " + shuffled);
    }
}
