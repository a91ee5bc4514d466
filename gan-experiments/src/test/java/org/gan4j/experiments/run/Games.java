package org.gan4j.experiments.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.Param;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.run.Experiment;
import org.gan4j.api.run.Measurement;
import org.gan4j.api.run.Metric;
import org.gan4j.experiments.ExperimentsModule;
import org.gan4j.registry.Extensions;
import org.gan4j.registry.Plugin;
import org.gan4j.standard.StandardModule;

/** Experiments on the fake backend, of 20 steps, with one loss under two names and one that has a parameter. */
public final class Games {
    private final Path runs;
    private final LocalRunner runner = Extensions.of(
                    List.of(
                            new Plugin(new StandardModule()),
                            new Plugin(new ExperimentsModule()),
                            new Plugin(new FakeBackend.Module()),
                            new Plugin(new Losses())),
                    List.of(),
                    List.of())
            .instance(LocalRunner.class)
            .telling(Progress.none());

    public Games(Path runs) {
        this.runs = runs;
    }

    public LocalRunner runner() {
        return runner;
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

    record Wide(@Param(value = "1", doc = "a margin") double margin) implements Loss {
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
