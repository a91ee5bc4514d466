package org.gan4j.experiments.reproduce.section7.conditional;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.experiments.library.metric.label.RandomOrder;
import org.gan4j.experiments.reproduce.section7.conditional.ConditionalResult.ClassRow;

/**
 * Classes that were asked for, and those that the probe found in the pictures.
 *
 * @param asked equally many of each class
 */
record ClassRequest(int classes, int[] asked, int[] found) {
    /** The classes 0, 1, …, each as often. */
    static int[] each(int classes, int times) {
        return IntStream.range(0, classes * times).map(i -> i / times).toArray();
    }

    AccuracyShare agreement() {
        return AccuracyShare.equal(asked, found);
    }

    /** Returns what agrees by chance: the same classes, asked for in random order. */
    AccuracyShare shuffled(long seed) {
        return AccuracyShare.equal(RandomOrder.of(asked, seed), found);
    }

    AccuracyShare agreement(int label) {
        int[] these = foundFor(label);
        return AccuracyShare.of(these.length, (int)
                Arrays.stream(these).filter(one -> one == label).count());
    }

    /** The other class that pictures of a class are most often taken for; the class itself where there is none. */
    int mistakenFor(int label) {
        int[] counts = new int[classes];
        Arrays.stream(foundFor(label)).filter(one -> one != label).forEach(one -> counts[one]++);
        return IntStream.range(0, classes).reduce(label, (best, other) -> counts[other] > counts[best] ? other : best);
    }

    private int[] foundFor(int label) {
        return IntStream.range(0, asked.length)
                .filter(i -> asked[i] == label)
                .map(i -> found[i])
                .toArray();
    }

    List<ClassRow> rows() {
        return IntStream.range(0, classes).mapToObj(this::row).toList();
    }

    private ClassRow row(int label) {
        AccuracyShare share = agreement(label);
        int other = mistakenFor(label);
        return new ClassRow(label, share.n(), share.value(), other == label ? Optional.empty() : Optional.of(other));
    }
}
