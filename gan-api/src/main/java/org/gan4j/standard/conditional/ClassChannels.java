package org.gan4j.standard.conditional;

import java.util.Arrays;
import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;

/**
 * Turns the caption under a picture into channels: (x, c) ↦ [x, c₁·1, …, c_n·1], where c_k is the mean of the caption's block k.
 *
 * @param picture the shape without the caption
 */
record ClassChannels(Caption caption, Shape picture) implements Layer {
    @Override
    public String kind() {
        return "class-channels";
    }

    /** The shape of one picture with its channels for classes. */
    Shape output() {
        return Shape.of(picture.dim(0), picture.dim(1), channels() + caption.classes());
    }

    private int channels() {
        return picture.size() / places();
    }

    private int places() {
        return picture.dim(0) * picture.dim(1);
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        int height = picture.dim(0);
        T above =
                net.reshape(net.slice(x.raw(), 1, 0, height), Shape.of(Shape.ANY, height, picture.dim(1), channels()));
        T below = net.slice(x.raw(), 1, height, height + Caption.ROWS);
        T row = net.reshape(
                below, Shape.of(Shape.ANY, net.shape(below).example().size()));
        T classes = net.matMul(row, means(net));
        T maps = net.reshape(
                net.matMul(classes, everywhere(net)), Shape.of(Shape.ANY, height, picture.dim(1), caption.classes()));
        return x.with(net.concat(3, List.of(above, maps)));
    }

    /** Row by row the caption's values, and in column k the share of each in the mean of block k. */
    private <T> T means(NetAlgebra<T> net) {
        Shape captioned = caption.under(picture);
        int rows = caption.alone(captioned).size();
        double[] values = new double[rows * caption.classes()];
        for (int label = 0; label < caption.classes(); label++) {
            double[] block = caption.of(label, captioned);
            double sum = Arrays.stream(block).sum();
            for (int i = 0; i < rows; i++) {
                values[i * caption.classes() + label] = block[i] / sum;
            }
        }
        return net.constant(Shape.of(rows, caption.classes()), values);
    }

    /** Puts class k into channel k of every place. */
    private <T> T everywhere(NetAlgebra<T> net) {
        int classes = caption.classes();
        int width = places() * classes;
        double[] values = new double[classes * width];
        for (int i = 0; i < width; i++) {
            values[i % classes * width + i] = 1;
        }
        return net.constant(Shape.of(classes, width), values);
    }
}
