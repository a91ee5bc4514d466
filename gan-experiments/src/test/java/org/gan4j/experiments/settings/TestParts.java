package org.gan4j.experiments.settings;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Dataset;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Noise;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.experiment.Backend;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.Recipe;
import org.gan4j.api.metric.Measurement;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.metric.MetricInfo;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.run.Check;
import org.gan4j.api.run.Run;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Step;
import org.gan4j.api.train.Term;
import org.gan4j.registry.Extensions;
import org.gan4j.registry.Plugin;
import org.gan4j.standard.StandardModule;
import org.gan4j.standard.prior.GaussianPrior;

/** Parts that can be told apart and do nothing, so that resolving is tested without the house's. */
public final class TestParts extends GanModule {
    @Override
    protected void configure() {
        loss("minimax", Plain.class);
        loss("non-saturating", Other.class);
        loss("blend", Blend.class);
        loss("needy", Needy.class);
        loss("twisted", Twisted.class);
        dataset("dots", Dots.class);
        dataset("bytes", Bytes.class);
        backend("tensorflow", NoBackend.class);
        metric("modes", Modes.class);
        metric("parzen", Parzen.class);
        term("drift", Drift.class);
        recipe("small", Small.class);
        recipe("blended", Blended.class);
        recipe("circle", Circle.class);
    }

    /** Standard and test parts, with modules that swap. */
    public static Extensions extensions(Module... swaps) {
        return Extensions.of(
                List.of(new Plugin(new StandardModule()), new Plugin(new TestParts())), List.of(), List.of(swaps));
    }

    public static Resolver resolver(Module... swaps) {
        return extensions(swaps).instance(Resolver.class);
    }

    /** What is wrong with settings, a line each. */
    static List<String> mistakes(Resolver resolver, String recipe, String... settings) {
        try {
            resolver.resolve(recipe, List.of(settings));
            return List.of();
        } catch (InvalidInput e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
    }

    /** Puts a Gaussian prior of size 3 in place of the experiment's. */
    public static final class SwapPrior extends AbstractModule {
        @Override
        protected void configure() {
            bind(Prior.class).toInstance(new GaussianPrior(3, 2));
        }
    }

    @About("the smallest that resolves")
    record Small() implements Recipe {
        @Override
        public String yaml() {
            return """
                dataset: dots
                steps: 10
                """;
        }
    }

    @About("a loss with a parameter")
    record Blended() implements Recipe {
        @Override
        public String yaml() {
            return """
                recipe: small
                loss: {name: blend, share: 0.25}
                generator.hidden: [8, 8]
                metrics: [modes, {name: parzen, samples: 500}]
                """;
        }
    }

    @About("a mistake")
    record Circle() implements Recipe {
        @Override
        public String yaml() {
            return "recipe: circle\n";
        }
    }

    record Plain() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.fake().mean();
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().mean();
        }
    }

    record Other() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.fake().mean();
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().mean();
        }
    }

    record Blend(
            @Param(value = "0.5", min = 0, max = 1, doc = "share of minimax")
            double share) implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.fake().mean();
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().mean();
        }
    }

    /** It has a parameter without a default. */
    record Needy(@Param(value = "", doc = "what it needs") double need) implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.fake().mean();
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().mean();
        }
    }

    /** The generator's objective is no scalar. */
    record Twisted() implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.fake().mean();
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake();
        }
    }

    record Dots() implements Dataset.Sampler {
        @Override
        public Shape shape() {
            return Shape.of(2);
        }

        @Override
        public <T> Expr<T> draw(Noise<T> noise) {
            return noise.normal(shape());
        }
    }

    record Bytes() implements Dataset.Finite {
        @Override
        public Shape shape() {
            return Shape.of(4, 4);
        }

        @Override
        public Table load(Split split) {
            throw new IllegalStateException("resolving loads no data");
        }

        @Override
        public String digest() {
            return "none";
        }
    }

    record NoBackend() implements Backend {
        @Override
        public Run open(Experiment experiment) {
            throw new IllegalStateException("resolving opens no run");
        }

        @Override
        public Map<String, String> versions() {
            return Map.of();
        }

        @Override
        public List<Check> check() {
            return List.of(Check.wrong("natives", "there are none", "install some"));
        }
    }

    record Modes() implements Metric {
        @Override
        public List<MetricInfo> info() {
            return List.of();
        }

        @Override
        public List<Measurement> measure(Subject subject) {
            return List.of();
        }
    }

    record Parzen(
            @Param(value = "10000", min = 1, doc = "samples")
            int samples,

            @Param(value = "''", doc = "a folder") Path folder)
            implements Metric {
        @Override
        public List<MetricInfo> info() {
            return List.of();
        }

        @Override
        public List<Measurement> measure(Subject subject) {
            return List.of();
        }
    }

    record Drift(@Param(value = "1", doc = "weight") double weight) implements Term {
        @Override
        public List<Player> players() {
            return List.of(Player.DISCRIMINATOR);
        }

        @Override
        public <T> Expr<T> value(Step<T> step) {
            return step.feed("real").square().mean();
        }
    }
}
