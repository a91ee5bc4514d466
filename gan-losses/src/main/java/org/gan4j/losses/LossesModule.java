package org.gan4j.losses;

import org.gan4j.api.plugin.GanModule;
import org.gan4j.losses.code.AuxiliaryClassifier;
import org.gan4j.losses.code.MutualInformation;
import org.gan4j.losses.divergence.FDivergence;
import org.gan4j.losses.energy.BalancedEnergy;
import org.gan4j.losses.energy.Energy;
import org.gan4j.losses.energy.MarginAdaptation;
import org.gan4j.losses.energy.PullAway;
import org.gan4j.losses.history.HistoricalAveraging;
import org.gan4j.losses.history.LeCam;
import org.gan4j.losses.relative.Relativistic;
import org.gan4j.losses.relative.RelativisticAverage;
import org.gan4j.losses.term.DivergencePenalty;
import org.gan4j.losses.term.Dragan;
import org.gan4j.losses.term.FeatureMatching;
import org.gan4j.losses.term.GradientPenalty;
import org.gan4j.losses.term.R1;
import org.gan4j.losses.term.R2;
import org.gan4j.losses.value.Hinge;
import org.gan4j.losses.value.LeastSquares;
import org.gan4j.losses.value.Softmax;
import org.gan4j.losses.value.WassersteinLoss;

/** The built-in losses and terms; this module is found in the same way as any plug-in's. */
public final class LossesModule extends GanModule {
    @Override
    protected void configure() {
        loss("minimax", Minimax.class);
        loss("non-saturating", NonSaturating.class);
        loss("blend", Blend.class);
        loss("thresholded", ThresholdedLoss.class);
        loss("lazy", LazyAdversary.class);
        loss("kl", KullbackLeibler.class);
        loss("boundary-seeking", BoundarySeeking.class);
        loss("label-smoothing", LabelSmoothing.class);
        loss("least-squares", LeastSquares.class);
        loss("wasserstein", WassersteinLoss.class);
        loss("hinge", Hinge.class);
        loss("softmax", Softmax.class);
        loss("f-divergence", FDivergence.class);
        loss("relativistic", Relativistic.class);
        loss("relativistic-average", RelativisticAverage.class);
        loss("energy", Energy.class);
        loss("equilibrium", BalancedEnergy.class);
        loss("margin-adaptation", MarginAdaptation.class);

        term("gradient-penalty", GradientPenalty.class);
        term("dragan", Dragan.class);
        term("r1", R1.class);
        term("r2", R2.class);
        term("wgan-div", DivergencePenalty.class);
        term("feature-matching", FeatureMatching.class);
        term("pull-away", PullAway.class);
        term("auxiliary-classifier", AuxiliaryClassifier.class);
        term("mutual-information", MutualInformation.class);
        term("lecam", LeCam.class);
        term("historical-averaging", HistoricalAveraging.class);
    }
}
