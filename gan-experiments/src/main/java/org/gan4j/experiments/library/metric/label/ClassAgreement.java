package org.gan4j.experiments.library.metric.label;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.gan4j.api.Dataset;
import org.gan4j.api.Prior;
import org.gan4j.api.data.Split;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.library.metric.Fit;

/**
 * {@code eval/class-agreement}: the share of generated pictures in which a probe sees the class that was asked for. Each class is
 * asked for as often, as the value of the prior's first category. The probe is the vote of the three nearest of 10,000 real
 * training pictures; what it sees in real test pictures is a control, and so is agreement by chance.
 *
 * <p>Other numbers of pictures depart from the protocol: {@code eval/class-agreement-n500}.
 */
@About(
        value = "share of pictures that show the class that was asked for",
        source =
                "Mirza and Osindero 2014, arXiv:1411.1784, section 4; Odena et al. 2016, arXiv:1610.09585, section 4.1")
public record ClassAgreement(
        @Param(
                value = "" + AskedPictures.SAMPLES,
                min = 2,
                doc = "generated pictures; another number shows in the metric's name")
        int samples,

        @Param(
                value = "" + AskedPictures.EXAMPLES,
                min = ClassProbe.NEIGHBOURS,
                doc = "real training pictures of the probe; another number shows in the metric's name")
        int examples)
        implements Metric {
    private static final MetricInfo INFO = new MetricInfo(
            "eval/class-agreement",
            "Class agreement",
            "Share of generated pictures in which a probe, made of real training pictures, sees the class that was asked"
                    + " for.",
            "",
            MetricInfo.Aim.HIGHER,
            false);

    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public List<MetricInfo> info() {
        return List.of(INFO);
    }

    @Override
    public List<Measurement> measure(Subject subject) {
        AskedPictures pictures = pictures(subject);
        return List.of(pictures.measured(INFO.name(), ClassShare.equal(pictures.asked(), pictures.shown())));
    }

    @Override
    public List<Measurement> controls(Subject subject) {
        AskedPictures pictures = pictures(subject);
        return List.of(
                pictures.measured("real test pictures", pictures.ofRealPictures()),
                pictures.measured(
                        "the classes in random order",
                        ClassShare.equal(RandomOrder.of(pictures.asked(), subject.seed()), pictures.shown())));
    }

    private AskedPictures pictures(Subject subject) {
        AskedPictures pictures = AskedPictures.of("class-agreement", subject, samples, examples);
        Fit.require("class-agreement", misfit(pictures.values(), pictures.data().classes()));
        return pictures;
    }

    @Override
    public List<String> shortages(ToIntFunction<Split> counts) {
        return AskedPictures.shortages(counts);
    }

    @Override
    public Optional<String> misfit(Dataset data, Prior prior) {
        return AskedPictures.misfit(data, prior.codes()).or(() -> {
            int category = AskedPictures.category(prior.codes()).orElseThrow();
            return misfit(prior.codes().get(category).width(), ((Dataset.Finite) data).classes());
        });
    }

    private static Optional<String> misfit(int values, int classes) {
        return values == classes
                ? Optional.empty()
                : Optional.of("the prior's first category has " + values + " values, and the labels of the data name "
                        + classes + " classes");
    }
}
