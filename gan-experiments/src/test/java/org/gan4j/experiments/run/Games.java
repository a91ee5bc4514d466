package org.gan4j.experiments.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.part.Param;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.experiments.ExperimentsModule;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.registry.Extensions;
import org.gan4j.registry.Plugin;
import org.gan4j.standard.StandardModule;

/** Experiments on the fake backend, of 20 steps, with one loss under two names and one that has a parameter. */
public final class Games {
    private final Path runs;
    private final Extensions extensions;
    private final LocalRunner runner;

    /** @param more modules of further plug-ins */
    public Games(Path runs, GanModule... more) {
        this.runs = runs;
        List<GanModule> modules = new ArrayList<>(
                List.of(new StandardModule(), new ExperimentsModule(), new FakeBackend.Module(), new Losses()));
        modules.addAll(List.of(more));
        extensions = Extensions.of(modules.stream().map(Plugin::new).toList(), List.of(), List.of());
        runner = extensions.instance(LocalRunner.class).reportingTo(Progress.none());
    }

    public LocalRunner runner() {
        return runner;
    }

    /** Something that works on the same parts. */
    public <S> S instance(Class<S> type) {
        return extensions.instance(type);
    }

    /** The cells that these settings describe, over the usual ones. */
    public List<Experiment> cells(String... settings) {
        return runner.resolve("gaussian-1d", settings(settings).toArray(String[]::new));
    }

    /** The usual settings with these over them. */
    public List<String> settings(String... settings) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String setting : List.of(
                "backend=fake",
                "metrics=[]",
                "probes=[]",
                "loss=one",
                "runs=" + runs,
                "steps=20",
                "eval.every=10",
                "report.every=5")) {
            all.put(setting.split("=", 2)[0], setting);
        }
        for (String setting : settings) {
            all.put(setting.split("=", 2)[0], setting);
        }
        return List.copyOf(all.values());
    }

    /** Two names of one loss, one with a parameter, and a costly metric. */
    static final class Losses extends GanModule {
        @Override
        protected void configure() {
            metric("slow", Slow.class);
            loss("one", One.class);
            loss("alias", One.class);
            loss("wide", Wide.class);
        }
    }

    record Slow() implements Metric {
        @Override
        public boolean costly() {
            return true;
        }

        @Override
        public List<MetricInfo> info() {
            return List.of(new MetricInfo("eval/slow", "Slow", "One.", "", MetricInfo.Aim.NEITHER, false));
        }

        @Override
        public List<Measurement> measure(Subject subject) {
            return List.of(new Measurement("eval/slow", 1, Double.NaN, 1, "none", Map.of()));
        }
    }

    record One() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.fake().mean();
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().mean();
        }
    }

    record Wide(
            @Param(value = "1", doc = "a margin") double margin,

            @Param(value = "0", doc = "a floor") double floor) implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.fake().mean();
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().mean();
        }
    }
}
