package com.example;

import org.gan4j.api.plugin.GanModule;
import org.gan4j.tensorflow.net.TensorFlowNet;

/** Contributes a net to a point that gan-tensorflow declares. */
public final class SinesModule extends GanModule {
    @Override
    protected void configure() {
        contribute(TensorFlowNet.POINT, "sines", Sines.class);
    }
}
