package org.gan4j.experiments.run.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.gan4j.api.Prior;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.train.Draws;

/** Latent draws that differ in their codes alone. */
record CodeLatents(Draws draws) {
    /** Points along each side of a plane. */
    static final int SIDE = 7;

    private OptionalInt category() {
        return numbers(Prior.Code.Kind.CATEGORICAL).stream()
                .mapToInt(code -> code)
                .findFirst();
    }

    private List<Integer> numbers(Prior.Code.Kind kind) {
        return IntStream.range(0, draws.codes().size())
                .filter(code -> draws.codes().get(code).kind() == kind)
                .boxed()
                .toList();
    }

    /** Returns the number of values of the first category; 1 where there is none. */
    int classes() {
        return category().isPresent() ? draws.codes().get(category().getAsInt()).width() : 1;
    }

    /** Returns each noise with each value of the first category, noise by noise; empty where there is no category. */
    Optional<FloatTensor> classes(FloatTensor noises) {
        if (category().isEmpty()) {
            return Optional.empty();
        }
        int width = noises.width();
        int classes = classes();
        float[] repeated = new float[noises.count() * classes * width];
        for (int row = 0; row < noises.count() * classes; row++) {
            System.arraycopy(noises.values(), row / classes * width, repeated, row * width, width);
        }
        FloatTensor each = new FloatTensor(draws.latent().prepend(noises.count() * classes), repeated);
        return Optional.of(draws.asking(each, category().getAsInt(), row -> row % classes));
    }

    /**
     * Returns for each value of the first category the points of a plane over [-1, 1]², row by row: the first number grows
     * downwards and the second to the right, and all else is 0. Empty where there are no two numbers.
     */
    Optional<FloatTensor> planes() {
        List<Integer> numbers = numbers(Prior.Code.Kind.CONTINUOUS);
        if (numbers.size() < 2) {
            return Optional.empty();
        }
        int points = SIDE * SIDE;
        int count = classes() * points;
        FloatTensor latent = new FloatTensor(
                draws.latent().prepend(count), new float[count * draws.latent().size()]);
        latent = draws.with(latent, numbers.get(0), row -> new float[] {along(row % points / SIDE)});
        latent = draws.with(latent, numbers.get(1), row -> new float[] {along(row % SIDE)});
        return Optional.of(
                category().isPresent() ? draws.asking(latent, category().getAsInt(), row -> row / points) : latent);
    }

    private static float along(int place) {
        return 2f * place / (SIDE - 1) - 1;
    }
}
