package com.example;

import com.example.data.TriangularPrior;
import org.gan4j.api.Prior;
import org.gan4j.api.plugin.GanModule;

public final class SwapPrior extends GanModule {
    @Override
    protected void configure() {
        bind(Prior.class).toInstance(new TriangularPrior(16));
    }
}
