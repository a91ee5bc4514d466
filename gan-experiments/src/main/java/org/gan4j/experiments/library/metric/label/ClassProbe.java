package org.gan4j.experiments.library.metric.label;

import java.util.Arrays;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.experiments.library.metric.Distances;

/**
 * A classifier of pictures that was made of real ones alone: the class that most of the three nearest have, by the sum of squared
 * differences of pixels; where all three differ, the nearest one's.
 */
public final class ClassProbe {
    /** The number of nearest pictures that vote. */
    public static final int NEIGHBOURS = 3;
    /** Pictures whose distances are held at once. */
    private static final int CHUNK = 64;

    private final Distances real;
    private final int[] labels;

    /** Takes real pictures and their classes over. */
    public ClassProbe(FloatTensor pictures, int[] labels) {
        if (pictures.count() < NEIGHBOURS) {
            throw new IllegalArgumentException(
                    "a probe needs at least " + NEIGHBOURS + " pictures, not " + pictures.count());
        }
        this.real = new Distances(pictures.values(), pictures.width());
        this.labels = labels.clone();
    }

    /** Real pictures that it is made of. */
    public int count() {
        return real.count();
    }

    /** Returns the class of each picture. */
    public int[] classify(FloatTensor pictures) {
        int[] found = new int[pictures.count()];
        double[][] distances = real.room(CHUNK);
        for (int from = 0; from < found.length; from += CHUNK) {
            int to = Math.min(found.length, from + CHUNK);
            real.squared(pictures.values(), from, to, distances);
            for (int i = from; i < to; i++) {
                found[i] = vote(nearest(distances[i - from]));
            }
        }
        return found;
    }

    /** Rows of the nearest pictures, the nearest first; of equally near ones the first. */
    private int[] nearest(double[] distances) {
        int[] rows = new int[NEIGHBOURS];
        double[] least = new double[NEIGHBOURS];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int row = 0; row < real.count(); row++) {
            int place = NEIGHBOURS;
            while (place > 0 && distances[row] < least[place - 1]) {
                place--;
            }
            if (place < NEIGHBOURS) {
                System.arraycopy(least, place, least, place + 1, NEIGHBOURS - 1 - place);
                System.arraycopy(rows, place, rows, place + 1, NEIGHBOURS - 1 - place);
                least[place] = distances[row];
                rows[place] = row;
            }
        }
        return rows;
    }

    private int vote(int[] rows) {
        boolean othersAgree = labels[rows[1]] == labels[rows[2]];
        return labels[rows[othersAgree ? 1 : 0]];
    }
}
