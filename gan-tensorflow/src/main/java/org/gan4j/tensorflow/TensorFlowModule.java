package org.gan4j.tensorflow;

import org.gan4j.api.plugin.GanModule;

/** The TensorFlow backend, found as any plug-in's module is found. */
public final class TensorFlowModule extends GanModule {
    @Override
    protected void configure() {
        backend("tensorflow", TensorFlowBackend.class);
    }
}
