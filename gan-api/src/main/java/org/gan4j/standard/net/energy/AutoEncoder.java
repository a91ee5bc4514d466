package org.gan4j.standard.net.energy;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.Discriminator;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.Layer;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.net.NetSpec.Branch;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Reshape;

/**
 * An auto-encoder whose logit is minus its error: -mean |x - A(x)|^power over the values of an example. A has dense layers down to a
 * code, the same in reverse order, and a last one to the size of x. The error of one example does not depend on the others, nor on
 * the number of values. The head {@code code} gives the code.
 *
 * <p>Sources: Zhao et al. 2016, arXiv:1609.03126, section 2.3, with the squared error; Berthelot et al. 2017, arXiv:1703.10717,
 * section 3.1, with the absolute one. There the mean is a sum in parts of the published code; margins then are larger by the
 * number of values.
 */
@About(
        value = "an auto-encoder; the logit is minus its mean error of a value",
        source =
                "Zhao et al. 2016, arXiv:1609.03126, section 2.3; Berthelot et al. 2017, arXiv:1703.10717, section 3.1")
public record AutoEncoder(
        @Param(value = "[128]", min = 1, doc = "widths of the layers before the code, and in reverse order after it")
        List<Integer> hidden,

        @Param(value = "32", min = 1, doc = "width of the code")
        int code,

        @Param(value = "leaky-relu", doc = "after each layer but the last")
        Layer activation,

        @Param(value = "2", min = 1, max = 2, doc = "1 for the absolute error, 2 for the squared one")
        int power,

        @Param(value = "glorot", doc = "first values of all weights")
        Initializer weights)
        implements Discriminator {
    private static final String CODE = "code";

    public AutoEncoder {
        hidden = List.copyOf(hidden);
    }

    @Override
    public NetSpec net(Shape data) {
        List<Layer> layers = new ArrayList<>();
        hidden.forEach(width -> addHidden(width, layers));
        addHidden(code, layers);
        List<Layer> encoder = List.copyOf(layers);
        for (int i = hidden.size() - 1; i >= 0; i--) {
            addHidden(hidden.get(i), layers);
        }
        layers.add(dense(data.size()));
        return NetSpec.of(List.of(new Reshape(List.of(data.size())), new Reconstruction(layers, power)))
                .with(CODE, new Branch(Branch.From.WITHIN_LAST, encoder));
    }

    @Override
    public boolean givesEnergies() {
        return true;
    }

    private void addHidden(int width, List<Layer> layers) {
        layers.add(dense(width));
        layers.add(activation);
    }

    private Dense dense(int width) {
        return new Dense(width, weights, new Constant(0));
    }
}
