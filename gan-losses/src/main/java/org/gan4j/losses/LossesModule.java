package org.gan4j.losses;

import org.gan4j.api.plugin.GanModule;

/** The house's losses; found as any plug-in's module is found. */
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
