package org.gan4j.losses;

import org.gan4j.api.plugin.GanModule;

/** The built-in losses; this module is found in the same way as any plug-in's. */
public final class LossesModule extends GanModule {
    @Override
    protected void configure() {
        loss("minimax", Minimax.class);
        loss("non-saturating", NonSaturating.class);
        loss("blend", Blend.class);
        loss("thresholded", ThresholdedLoss.class);
        loss("lazy", Lazy.class);
    }
}
