package org.gan4j.experiments.store.game;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.disk.DiskTrouble;
import org.gan4j.disk.WholeFile;

/**
 * The distribution of D's logits at one evaluation, as counts in fixed bins of {@link #WIDTH}. A logit farther than
 * {@link #REACH} from 0 counts in an outermost bin; one that is not a number is not counted. The arrays are not copied.
 *
 * @param fake counts of generated examples, a bin each
 * @param real counts of real examples
 */
public record LogitHistogram(int[] fake, int[] real) {
    public static final double WIDTH = 0.25;
    public static final double REACH = 20;
    public static final int BINS = (int) Math.round(2 * REACH / WIDTH);

    private static final String HEADER = "step,logit,fake,real";

    public static LogitHistogram of(float[] fake, float[] real) {
        return new LogitHistogram(counts(fake), counts(real));
    }

    private static int[] counts(float[] logits) {
        int[] counts = new int[BINS];
        for (float logit : logits) {
            if (!Float.isNaN(logit)) {
                counts[bin(logit)]++;
            }
        }
        return counts;
    }

    /** Returns the bin of a logit; one on an edge belongs to the bin on its right. */
    private static int bin(double logit) {
        return (int) Math.max(0, Math.min(BINS - 1, Math.floor((logit + REACH) / WIDTH)));
    }

    /** Returns the left edge of a bin. */
    public static double edge(int bin) {
        return -REACH + bin * WIDTH;
    }

    /** Returns the number of generated examples. */
    public int fakes() {
        return Arrays.stream(fake).sum();
    }

    /**
     * Appends an evaluation to a file: a line for each bin that is not empty, with the bin's left edge. Evaluations at
     * the same or later steps, which a resumed run leaves behind, are replaced.
     */
    public void append(Path file, long step) {
        SortedMap<Long, LogitHistogram> evaluations =
                Files.exists(file) ? new TreeMap<>(read(file).headMap(step)) : new TreeMap<>();
        evaluations.put(step, this);
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        evaluations.forEach((at, evaluation) -> evaluation.lines(at, text));
        WholeFile.write(file, text);
    }

    private void lines(long step, StringBuilder text) {
        for (int bin = 0; bin < BINS; bin++) {
            if (fake[bin] + real[bin] > 0) {
                text.append(String.format(Locale.ROOT, "%d,%.2f,%d,%d\n", step, edge(bin), fake[bin], real[bin]));
            }
        }
    }

    /**
     * Reads the evaluations of a file by step; empty if it does not exist.
     *
     * @throws InvalidInput if it is damaged
     */
    public static SortedMap<Long, LogitHistogram> read(Path file) {
        SortedMap<Long, LogitHistogram> evaluations = new TreeMap<>();
        if (Files.notExists(file)) {
            return evaluations;
        }
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                if (++number > 1) {
                    add(evaluations, line, file + ":" + number);
                }
            }
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
        return evaluations;
    }

    private static void add(SortedMap<Long, LogitHistogram> evaluations, String line, String where) {
        String[] cells = line.split(",", -1);
        try {
            LogitHistogram evaluation = evaluations.computeIfAbsent(
                    Long.parseLong(cells[0]), step -> new LogitHistogram(new int[BINS], new int[BINS]));
            int bin = bin(Double.parseDouble(cells[1]) + WIDTH / 2);
            evaluation.fake[bin] = Integer.parseInt(cells[2]);
            evaluation.real[bin] = Integer.parseInt(cells[3]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidInput(where, "is damaged: '" + line + "', expected " + HEADER);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogitHistogram that && Arrays.equals(fake, that.fake) && Arrays.equals(real, that.real);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(fake) + Arrays.hashCode(real);
    }

    @Override
    public String toString() {
        return fakes() + " generated, " + Arrays.stream(real).sum() + " real";
    }
}
