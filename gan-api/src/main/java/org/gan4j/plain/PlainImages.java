package org.gan4j.plain;

import java.util.Arrays;
import org.gan4j.api.algebra.Shape;
import org.gan4j.plain.shape.ImageShapes;

/** Operations on blocks of images, [batch × height × width × channels], by their definition: one loop for each axis. */
final class PlainImages {
    private PlainImages() {}

    static Array convolved(Array x, Array kernel, int stride, int pad) {
        Array y = Array.filled(ImageShapes.convolved(x.shape(), kernel.shape(), stride, pad), 0);
        visit(y.shape(), x.shape(), kernel.shape().dim(0), stride, pad, (small, large, tap) -> {
            int in = x.shape().dim(3);
            int out = y.shape().dim(3);
            for (int i = 0; i < in; i++) {
                for (int o = 0; o < out; o++) {
                    y.values()[small * out + o] +=
                            x.values()[large * in + i] * kernel.values()[(tap * in + i) * out + o];
                }
            }
        });
        return y;
    }

    static Array transposed(Array x, Array kernel, int stride, int pad) {
        Array y = Array.filled(ImageShapes.transposed(x.shape(), kernel.shape(), stride, pad), 0);
        visit(x.shape(), y.shape(), kernel.shape().dim(0), stride, pad, (small, large, tap) -> {
            int in = x.shape().dim(3);
            int out = y.shape().dim(3);
            for (int i = 0; i < in; i++) {
                for (int o = 0; o < out; o++) {
                    y.values()[large * out + o] +=
                            x.values()[small * in + i] * kernel.values()[(tap * out + o) * in + i];
                }
            }
        });
        return y;
    }

    static Array windows(Array x, int size, int stride, double fill) {
        Shape shape = ImageShapes.windows(x.shape(), size, stride);
        int channels = x.shape().dim(3);
        double[] values = new double[shape.size()];
        Arrays.fill(values, fill);
        visit(shape, x.shape(), size, stride, 0, (small, large, tap) -> {
            int to = (small * size * size + tap) * channels;
            System.arraycopy(x.values(), large * channels, values, to, channels);
        });
        return new Array(shape, values);
    }

    /**
     * Receives a place in the small images, a place in the large images that its window covers, and the position in the
     * window.
     */
    private interface Visitor {
        void at(int small, int large, int tap);
    }

    /** Visits all such places within the large images. Windows begin {@code pad} before their edge. */
    private static void visit(Shape small, Shape large, int size, int stride, int pad, Visitor visitor) {
        int places = small.dim(0) * small.dim(1) * small.dim(2);
        for (int place = 0; place < places; place++) {
            int image = place / (small.dim(1) * small.dim(2));
            int top = place / small.dim(2) % small.dim(1) * stride - pad;
            int left = place % small.dim(2) * stride - pad;
            for (int tap = 0; tap < size * size; tap++) {
                int row = top + tap / size;
                int column = left + tap % size;
                if (row >= 0 && row < large.dim(1) && column >= 0 && column < large.dim(2)) {
                    visitor.at(place, (image * large.dim(1) + row) * large.dim(2) + column, tap);
                }
            }
        }
    }
}
