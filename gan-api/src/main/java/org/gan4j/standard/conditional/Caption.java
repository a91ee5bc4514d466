package org.gan4j.standard.conditional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;

/**
 * The form in which a class is written under a picture, for data and generator alike. {@value #ROWS} more rows of
 * pixels begin with one block for each class, all of one width and as wide as fits. The block of the class is 1 in
 * every channel; everything else is 0.
 *
 * @param classes number of classes
 */
public record Caption(int classes) {
    /** The height in pixels. */
    static final int ROWS = 4;

    public Caption {
        if (classes < 2) {
            throw new IllegalArgumentException("a caption tells at least 2 classes apart, not " + classes);
        }
    }

    /**
     * The shape of a picture with its caption: [h × w …] becomes [h + {@value #ROWS} × w …].
     *
     * @throws IllegalArgumentException if it is not a picture, or too narrow for one pixel a class
     */
    public Shape under(Shape picture) {
        return resized(picture, ROWS);
    }

    /**
     * The shape of a picture without its caption.
     *
     * @throws IllegalArgumentException as {@link #under}
     */
    public Shape without(Shape captioned) {
        return resized(captioned, -ROWS);
    }

    private Shape resized(Shape shape, int rows) {
        if (shape.rank() < 2 || shape.rank() > 3) {
            throw new IllegalArgumentException("a caption stands in rows of pixels under a picture [height × width …]; "
                    + shape + " is not a picture");
        }
        if (shape.dim(1) < classes) {
            throw new IllegalArgumentException("a caption of " + classes + " classes needs a picture that is at least "
                    + classes + " pixels wide; this one is " + shape);
        }
        List<Integer> dims = new ArrayList<>(shape.dims());
        dims.set(0, dims.get(0) + rows);
        return new Shape(dims);
    }

    /** The shape of the caption alone. */
    Shape alone(Shape captioned) {
        List<Integer> dims = new ArrayList<>(captioned.dims());
        dims.set(0, ROWS);
        return new Shape(dims);
    }

    /** The caption's values, row-major. */
    public double[] of(int label, Shape captioned) {
        int width = captioned.dim(1) * channels(captioned);
        int block = block(captioned);
        double[] values = new double[ROWS * width];
        for (int row = 0; row < ROWS; row++) {
            Arrays.fill(values, row * width + label * block, row * width + (label + 1) * block, 1);
        }
        return values;
    }

    /** Returns the class whose block is brightest in the caption's first row; of equally bright ones the first. */
    public int read(float[] example, Shape captioned) {
        int from = without(captioned).size();
        int block = block(captioned);
        int best = 0;
        double brightest = Double.NEGATIVE_INFINITY;
        for (int label = 0; label < classes; label++) {
            double sum = 0;
            for (int i = 0; i < block; i++) {
                sum += example[from + label * block + i];
            }
            if (sum > brightest) {
                brightest = sum;
                best = label;
            }
        }
        return best;
    }

    /** Returns a copy of the pictures without their captions. */
    public FloatTensor cut(FloatTensor captioned) {
        Shape picture = without(captioned.shape().example());
        float[] values = new float[captioned.count() * picture.size()];
        for (int i = 0; i < captioned.count(); i++) {
            System.arraycopy(captioned.values(), i * captioned.width(), values, i * picture.size(), picture.size());
        }
        return new FloatTensor(picture.prepend(captioned.count()), values);
    }

    /** Values of a block in one row. */
    private int block(Shape captioned) {
        return captioned.dim(1) / classes * channels(captioned);
    }

    private static int channels(Shape picture) {
        return picture.rank() == 3 ? picture.dim(2) : 1;
    }
}
