package org.gan4j.api;

import org.gan4j.api.algebra.Shape;
import org.gan4j.api.net.NetSpec;
import org.gan4j.api.part.ExtensionPoint;

/**
 * x = G(z): the net that turns latent draws into examples.
 *
 * <p>Given the shapes of a latent and of a data example, it returns a net from [batch × latent] to [batch × data]; data lies
 * in the range that its {@link Dataset} declares. The same arguments give equal nets. A generator is an immutable record.
 */
public interface Generator {
    ExtensionPoint<Generator> POINT = ExtensionPoint.one(
            "generator", Generator.class, "turns latent draws into examples", "generator=mlp generator.hidden=[64,64]");

    NetSpec net(Shape latent, Shape data);
}
