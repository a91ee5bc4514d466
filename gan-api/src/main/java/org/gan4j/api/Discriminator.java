package org.gan4j.api;

import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.ExtensionPoint;

/**
 * D(x): the net that tells real from generated examples.
 *
 * <p>Given the shape of a data example, it returns a net from [batch × data] to one <em>logit</em> an example, [batch × 1]; the
 * probability is its sigmoid, which losses apply themselves. Further outputs are named heads. The same arguments give equal
 * nets. A discriminator is an immutable record.
 */
public interface Discriminator {
    ExtensionPoint<Discriminator> POINT = ExtensionPoint.one(
            "discriminator", Discriminator.class, "tells real from generated examples", "discriminator=mlp");

    NetSpec net(Shape data);

    /**
     * The net through which the generator learns. It has the same weights as the discriminator; by default it is the
     * same net.
     */
    default NetSpec netForGenerator(Shape data) {
        return net(data);
    }

    /**
     * Returns whether each logit is minus an energy, and so at most 0. A loss of energies needs such a discriminator: under it,
     * other discriminators would raise the logits of real examples for ever.
     */
    default boolean givesEnergies() {
        return false;
    }
}
