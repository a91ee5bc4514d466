package org.gan4j.plain.shape;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.gan4j.api.algebra.Shape;

/** The shapes of results of operations on images, [batch × height × width × channels], and what fits together. */
public final class ImageShapes {
    private ImageShapes() {}

    /** Returns the shape after a convolution with a kernel [k × k × in × out]. */
    public static Shape convolved(Shape x, Shape kernel, int stride, int pad) {
        check(x, kernel, 2, stride, pad);
        int size = kernel.dim(0);
        return image(x, side -> (side + 2 * pad - size) / stride + 1, size - 2 * pad, kernel.dim(3));
    }

    /** Returns the shape after a transposed convolution with a kernel [k × k × out × in]. */
    public static Shape transposed(Shape x, Shape kernel, int stride, int pad) {
        check(x, kernel, 3, stride, pad);
        int size = kernel.dim(0);
        int least = size > 2 * pad ? 1 : (2 * pad - size) / stride + 2;
        return image(x, side -> (side - 1) * stride + size - 2 * pad, least, kernel.dim(2));
    }

    /** Returns the shape of the windows of size × size: [batch × rows × columns × size² × channels]. */
    public static Shape windows(Shape x, int size, int stride) {
        if (x.rank() != 4 || stride < 1 || stride > size) {
            throw new IllegalArgumentException("windows of " + size + "×" + size + ", one every " + stride
                    + ", are taken of images [batch×height×width×channels] and leave nothing out; got " + x);
        }
        Shape pooled = image(x, side -> 1 - Math.floorDiv(size - side, stride), size, x.dim(3));
        return Shape.of(pooled.dim(0), pooled.dim(1), pooled.dim(2), size * size, x.dim(3));
    }

    private static void check(Shape x, Shape kernel, int in, int stride, int pad) {
        if (x.rank() != 4
                || kernel.rank() != 4
                || !kernel.dims().get(0).equals(kernel.dims().get(1))
                || kernel.dim(in) != x.dim(3)
                || stride < 1
                || pad < 0) {
            String expected = in == 2 ? "[k×k×channels×out]" : "[k×k×out×channels]";
            throw new IllegalArgumentException("images [batch×height×width×channels] take a kernel " + expected
                    + ", a stride of 1 or more and no negative pad; got " + x + ", " + kernel + ", " + stride + " and "
                    + pad);
        }
    }

    private static Shape image(Shape x, IntUnaryOperator side, int least, int channels) {
        if (Math.min(x.dim(1), x.dim(2)) < least) {
            throw new IllegalArgumentException("images of " + x.dim(1) + "×" + x.dim(2) + " are too small: " + least
                    + "×" + least + " or more are needed here");
        }
        return new Shape(List.of(x.dim(0), side.applyAsInt(x.dim(1)), side.applyAsInt(x.dim(2)), channels));
    }
}
