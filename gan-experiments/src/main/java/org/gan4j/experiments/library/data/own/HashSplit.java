package org.gan4j.experiments.library.data.own;

import java.util.stream.IntStream;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.digest.Digest;

/**
 * The rule that puts each example of a set without splits of its own into one: by the SHA-256 of its name, in UTF-8. Of ten
 * examples about eight are for training, one for validation and one for the test. An example that joins the set moves no other.
 */
public final class HashSplit {
    private static final int PARTS = 10;

    private HashSplit() {}

    /** Returns the split of an example: the first 8 hexadecimal digits of the hash modulo 10; 0 is the test, 1 the validation. */
    public static Split of(String name) {
        long bits = Long.parseLong(Digest.sha256(name).substring(0, 8), 16);
        return switch ((int) (bits % PARTS)) {
            case 0 -> Split.TEST;
            case 1 -> Split.VALIDATION;
            default -> Split.TRAIN;
        };
    }

    /** Returns the rows of a split among examples that are known by their row: example 17 is called "17". */
    public static int[] rows(int count, Split split) {
        return IntStream.range(0, count)
                .filter(row -> of(Integer.toString(row)) == split)
                .toArray();
    }

    /**
     * Returns the examples of a split among examples that are known by their row.
     *
     * @param key the setting that names the data
     */
    public static Table select(Table all, Split split, String key) {
        int[] rows = rows(all.count(), split);
        requireSome(rows.length, all.count(), split, key);
        return all.rows(rows);
    }

    /** Refuses a split without examples. */
    public static void requireSome(int chosen, int all, Split split, String key) {
        if (chosen == 0) {
            throw new InvalidInput(
                    key,
                    "none of the " + all + " examples falls into the " + split
                            + " split, which one of ten does; a set of 50 or more has examples in each split");
        }
    }
}
