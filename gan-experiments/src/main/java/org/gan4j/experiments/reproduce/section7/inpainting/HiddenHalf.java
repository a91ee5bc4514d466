package org.gan4j.experiments.reproduce.section7.inpainting;

import java.util.stream.IntStream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;

/** The half of an image that is hidden; of an odd number of lines the middle one is hidden at the bottom and on the right. */
public enum HiddenHalf {
    BOTTOM,
    TOP,
    LEFT,
    RIGHT;

    private boolean hides(int value, Shape image) {
        int channels = image.size() / (image.dim(0) * image.dim(1));
        int row = value / channels / image.dim(1);
        int column = value / channels % image.dim(1);
        return switch (this) {
            case BOTTOM -> row >= image.dim(0) / 2;
            case TOP -> row < image.dim(0) / 2;
            case LEFT -> column < image.dim(1) / 2;
            case RIGHT -> column >= image.dim(1) / 2;
        };
    }

    /** Returns which of an image's values, row-major, are hidden. */
    int[] hidden(Shape image) {
        return IntStream.range(0, image.size())
                .filter(value -> hides(value, image))
                .toArray();
    }

    /** Returns which of an image's values are not hidden. */
    int[] seen(Shape image) {
        return IntStream.range(0, image.size())
                .filter(value -> !hides(value, image))
                .toArray();
    }

    /** These values of each image, row-major, image by image. */
    static float[] values(FloatTensor images, int[] which) {
        float[] values = new float[images.count() * which.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = images.values()[i / which.length * images.width() + which[i % which.length]];
        }
        return values;
    }
}
