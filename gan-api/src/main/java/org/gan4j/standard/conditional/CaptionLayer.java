package org.gan4j.standard.conditional;

import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;

/**
 * (z, c) ↦ picture(z, c) above c·E, where row k of E is the caption of class k.
 *
 * @param shape of one picture with its caption
 */
record CaptionLayer(NetSpec picture, Caption caption, Shape shape) implements Layer {
    @Override
    public String kind() {
        return "captioning";
    }

    @Override
    public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
        T above = picture.apply(net, at, x).raw();
        T row = net.matMul(x.raw(), captions(net, net.shape(x.raw()).dim(1)));
        T below = net.reshape(row, caption.alone(shape).batched());
        return x.with(net.concat(1, List.of(above, below)));
    }

    /** Zeros for the values of z, then E. */
    private <T> T captions(NetAlgebra<T> net, int latent) {
        int width = caption.alone(shape).size();
        double[] values = new double[latent * width];
        for (int label = 0; label < caption.classes(); label++) {
            int row = latent - caption.classes() + label;
            System.arraycopy(caption.of(label, shape), 0, values, row * width, width);
        }
        return net.constant(Shape.of(latent, width), values);
    }

    @Override
    public boolean separatesExamples() {
        return picture.separatesExamples();
    }
}
