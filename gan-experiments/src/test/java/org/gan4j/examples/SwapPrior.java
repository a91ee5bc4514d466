package org.gan4j.examples;

import org.gan4j.api.Prior;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.examples.data.TriangularPrior;

public final class SwapPrior extends GanModule {
    @Override
    protected void configure() {
        bind(Prior.class).toInstance(new TriangularPrior(16));
    }
}
