package org.gan4j.registry;

import jakarta.inject.Inject;
import java.util.List;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.part.Param;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.problem.Problem;
import org.gan4j.binding.Setting;
import org.gan4j.standard.prior.GaussianPrior;

/** Modules, sound and otherwise, and the parts that they contribute. */
final class Samples {
    private Samples() {}

    record Flat(
            @Param(value = "2", min = 0, doc = "how flat") double height) implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return d.real().mean().times(height);
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return d.fake().mean();
        }
    }

    /** No record: built by Guice. */
    static final class Injected implements Loss {
        final Extensions extensions;

        @Inject
        Injected(Extensions extensions) {
            this.extensions = extensions;
        }

        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            throw new AssertionError(extensions);
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            throw new AssertionError(extensions);
        }
    }

    record Stack(@Param(value = "[]", doc = "layers") List<Layer> layers) implements Layer {
        @Override
        public String kind() {
            return "stack";
        }

        @Override
        public <T> Expr<T> apply(NetAlgebra<T> net, Scope at, Expr<T> x) {
            return x;
        }
    }

    static final class Wheels implements Initializer {
        Wheels(Thread unbound) {
            throw new AssertionError(unbound);
        }

        @Override
        public <T> Expr<T> values(Site<T> site) {
            throw new AssertionError();
        }
    }

    static final class Flats extends GanModule {
        @Override
        protected void configure() {
            loss("flat", Flat.class);
            loss("injected", Injected.class);
            layer("stack", Stack.class);
            initializer("wheels", Wheels.class);
        }
    }

    static final class Rival extends GanModule {
        @Override
        protected void configure() {
            loss("flat", Injected.class);
        }
    }

    static final class Twice extends GanModule {
        @Override
        protected void configure() {
            loss("twice", Flat.class);
            loss("twice", Flat.class);
        }
    }

    static final class Broken extends GanModule {
        @Override
        protected void configure() {
            throw new IllegalStateException("boom");
        }
    }

    static final class Greedy extends GanModule {
        @Override
        protected void configure() {
            bind(Prior.class).toInstance(new GaussianPrior(2, 1));
        }
    }

    static final class Colliding extends GanModule {
        @Override
        protected void configure() {
            bind(String.class).toInstance("one");
        }
    }

    static final class CollidingToo extends GanModule {
        @Override
        protected void configure() {
            bind(String.class).toInstance("two");
            loss("flat", Flat.class);
        }
    }

    interface Spice {}

    record Salt() implements Spice {}

    static final ExtensionPoint<Spice> SPICE =
            new ExtensionPoint<>("spice", Spice.class, "flavour", "0.1", "spice=salt", false);

    static final class Declaring extends GanModule {
        @Override
        protected void configure() {
            declare(SPICE);
            contribute(SPICE, "salt", Salt.class);
        }
    }

    static final class Undeclaring extends GanModule {
        @Override
        protected void configure() {
            contribute(SPICE, "salt", Salt.class);
        }
    }

    static final class Redeclaring extends GanModule {
        @Override
        protected void configure() {
            declare(new ExtensionPoint<>("loss", Salt.class, "another", "0.1", "", false));
        }
    }

    static final class Unchecked extends GanModule {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        protected void configure() {
            contribute((ExtensionPoint) Loss.POINT, "salt", Salt.class);
        }
    }

    static Extensions of(GanModule... modules) {
        return Extensions.of(List.of(modules).stream().map(Plugin::new).toList(), List.of(), List.of());
    }

    static List<String> reported(Extensions extensions) {
        return extensions.problems().stream().map(Problem::toString).toList();
    }

    static Setting text(String text) {
        return new Setting.Text(text, "flag");
    }
}
