package org.gan4j.experiments.reproduce.section7.semisupervised;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gan4j.api.data.Table;
import org.gan4j.api.problem.InvalidInput;

/**
 * Draws of labelled examples: as many of each class, without repetition. A draw depends on its number alone, so every run is asked with
 * the same examples; of one draw, fewer labels are the first of each class of more.
 */
final class LabelDraws {
    private final Table table;
    private final int[] labels;
    private final int classes;

    /** @param table labelled; the classes are 0 to the largest label */
    LabelDraws(Table table, String what) {
        this.table = table;
        labels = table.labels()
                .orElseThrow(() -> new InvalidInput(
                        what, "it needs labelled images, as of mnist or fashion-mini; these have no labels"));
        classes = Arrays.stream(labels).max().orElse(0) + 1;
    }

    int classes() {
        return classes;
    }

    /**
     * Refuses numbers of labels that cannot be drawn.
     *
     * @throws InvalidInput naming the nearest that can
     */
    void require(int count) {
        int least = 2 * classes;
        int most = classes
                * IntStream.range(0, classes)
                        .map(label -> rowsOf(label).length)
                        .min()
                        .orElseThrow();
        if (count % classes != 0 || count < least || count > most) {
            int nearest = Math.max(least, Math.min(most, Math.round((float) count / classes) * classes));
            throw new InvalidInput(
                    "labels=[" + count + "]",
                    "as many of each of the " + classes + " classes are drawn, two or more: a multiple of " + classes
                            + " from " + least + " to " + most + ", such as " + nearest);
        }
    }

    /** The rows of the table that a draw labels. */
    int[] rows(int draw, int count) {
        SplittableRandom random = new SplittableRandom(draw);
        return IntStream.range(0, classes)
                .flatMap(label -> Arrays.stream(shuffled(rowsOf(label), random), 0, count / classes))
                .toArray();
    }

    private int[] rowsOf(int label) {
        return IntStream.range(0, labels.length)
                .filter(row -> labels[row] == label)
                .toArray();
    }

    private static int[] shuffled(int[] rows, SplittableRandom random) {
        for (int i = 0; i < rows.length - 1; i++) {
            int j = i + random.nextInt(rows.length - i);
            int row = rows[j];
            rows[j] = rows[i];
            rows[i] = row;
        }
        return rows;
    }

    /** These rows of the table. */
    Table examples(int[] rows) {
        return table.rows(rows);
    }
}
