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

/**
 * {@code eval/code-agreement}: the share of generated pictures in which a probe sees the class that their code stands for. The
 * code is the prior's first category, each value is drawn as often, and it stands for the class of the assignment, one class for each
 * value, with the largest share. Where training sees no label, this says whether the code has found the classes by itself.
 *
 * <p>The best assignment is above chance also for codes without a meaning; the control with the codes in random order says how far. The
 * probe is that of {@link ClassAgreement}, and so are departures from the protocol.
 */
@About(
        value = "share of pictures that show the class that their code has come to stand for",
        source = "Chen et al. 2016, arXiv:1606.03657, section 7.2, which reports an error of 5 % on MNIST")
public record CodeAgreement(
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
            "eval/code-agreement",
            "Code agreement",
            "Share of generated pictures in which a probe, made of real training pictures, sees the class that their code"
                    + " stands for, under the assignment of codes to classes that agrees most.",
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
        AskedPictures pictures = AskedPictures.of("code-agreement", subject, samples, examples);
        return List.of(pictures.measured(INFO.name(), best(pictures, pictures.asked(), pictures.shown())));
    }

    @Override
    public List<Measurement> controls(Subject subject) {
        AskedPictures pictures = AskedPictures.of("code-agreement", subject, samples, examples);
        int[] shuffled = RandomOrder.of(pictures.asked(), subject.seed());
        return List.of(
                pictures.measured("real test pictures", pictures.ofRealPictures()),
                pictures.measured("the codes in random order", best(pictures, shuffled, pictures.shown())));
    }

    @Override
    public List<String> shortages(ToIntFunction<Split> counts) {
        return AskedPictures.shortages(counts);
    }

    @Override
    public Optional<String> misfit(Dataset data, Prior prior) {
        return AskedPictures.misfit(data, prior.codes());
    }

    /** Returns the share under the best assignment. */
    private static ClassShare best(AskedPictures pictures, int[] codes, int[] shown) {
        int[][] together = new int[pictures.values()][pictures.data().classes()];
        for (int i = 0; i < codes.length; i++) {
            together[codes[i]][shown[i]]++;
        }
        int[] classes = Assignment.best(together);
        int hits = 0;
        for (int code = 0; code < classes.length; code++) {
            hits += classes[code] < 0 ? 0 : together[code][classes[code]];
        }
        return new ClassShare(hits, codes.length);
    }
}
