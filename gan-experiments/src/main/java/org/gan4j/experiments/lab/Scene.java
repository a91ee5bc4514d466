package org.gan4j.experiments.lab;

import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Truth;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.run.Nets;
import org.gan4j.experiments.draw.Axis;
import org.gan4j.experiments.draw.sample.Pictures;

/**
 * What both arms are drawn over, and what stays as it is while they train.
 *
 * @param kind    how examples are drawn
 * @param low     the least number of each axis; the axes of a plane are the same
 * @param high    the greatest
 * @param side    places along an axis at which D is asked
 * @param real    real examples that are drawn as they are; empty for pictures
 * @param density p_data at each place of a line; empty where it is not known
 */
record Scene(Kind kind, double low, double high, int side, float[] real, double[] density) {
    /** How examples are drawn. */
    enum Kind {
        /** Numbers, as densities. */
        LINE,
        /** Points of the plane. */
        PLANE,
        PICTURES,
        /** Examples that nobody can see: charts alone are drawn. */
        NOTHING
    }

    static final String STREAM = "lab";

    /** Both sides of a histogram are drawn from so many examples, so that its bars stand still. */
    private static final int NUMBERS = 2000;

    private static final int POINTS = 500;
    private static final int LINE_PLACES = 160;
    private static final int PLANE_PLACES = 40;

    static Scene of(Experiment experiment, Nets nets) {
        Shape example = experiment.parts().dataset().value().shape();
        Kind kind = kind(example);
        if (kind == Kind.PICTURES || kind == Kind.NOTHING) {
            return new Scene(kind, 0, 1, 0, new float[0], new double[0]);
        }
        FloatTensor real = nets.real(kind == Kind.LINE ? NUMBERS : POINTS, STREAM);
        double[] values = IntStream.range(0, real.values().length)
                .mapToDouble(i -> real.values()[i])
                .toArray();
        Axis axis = Axis.around(values);
        Scene scene = new Scene(
                kind,
                axis.low(),
                axis.high(),
                kind == Kind.LINE ? LINE_PLACES : PLANE_PLACES,
                real.values(),
                new double[0]);
        return kind == Kind.LINE
                ? scene.with(experiment.parts().dataset().value().truth())
                : scene;
    }

    private static Kind kind(Shape example) {
        if (Pictures.isImage(example)) {
            return Kind.PICTURES;
        }
        if (!Pictures.has(example)) {
            return Kind.NOTHING;
        }
        return example.size() == 1 ? Kind.LINE : Kind.PLANE;
    }

    private Scene with(Optional<Truth> truth) {
        double[] curve = truth.map(known -> IntStream.range(0, side)
                        .mapToDouble(i -> Math.exp(known.logDensity(new double[] {place(i)})))
                        .toArray())
                .orElse(new double[0]);
        return new Scene(kind, low, high, side, real, curve);
    }

    /** Returns how many generated examples a frame shows. */
    int examples() {
        return switch (kind) {
            case LINE -> NUMBERS;
            case PLANE -> POINTS;
            case PICTURES -> ArmView.COLUMNS * ArmView.COLUMNS;
            case NOTHING -> 1;
        };
    }

    /** Returns the places at which D is asked, row by row from the least second number on; none for pictures. */
    double[] places() {
        if (kind == Kind.LINE) {
            return IntStream.range(0, side).mapToDouble(this::place).toArray();
        }
        return IntStream.range(0, 2 * side * side)
                .mapToDouble(i -> place(i % 2 == 0 ? i / 2 % side : i / 2 / side))
                .toArray();
    }

    private double place(int index) {
        return low + (high - low) * index / (side - 1);
    }

    /** Returns what is shown of D under a loss. */
    static String opinion(LogitMeaning logits) {
        if (logits.probability()) {
            return "D(x)";
        }
        return logits.hasBoundary()
                ? "the sigmoid of D’s logit above its boundary"
                : "the sigmoid of D’s logit above its mean over this picture";
    }
}
