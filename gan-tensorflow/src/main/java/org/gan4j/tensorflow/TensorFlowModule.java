package org.gan4j.tensorflow;

import org.gan4j.api.plugin.GanModule;
import org.gan4j.tensorflow.net.TensorFlowDiscriminator;
import org.gan4j.tensorflow.net.TensorFlowGenerator;
import org.gan4j.tensorflow.net.TensorFlowNet;

/** The TensorFlow backend and nets written for it alone; this module is found in the same way as any plug-in's. */
public final class TensorFlowModule extends GanModule {
    @Override
    protected void configure() {
        backend("tensorflow", TensorFlowBackend.class);
        declare(TensorFlowNet.POINT);
        generator("tensorflow", TensorFlowGenerator.class);
        discriminator("tensorflow", TensorFlowDiscriminator.class);
    }
}
