package org.gan4j.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.multibindings.OptionalBinder;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.algebra.NetAlgebra;
import org.gan4j.api.algebra.Scope;
import org.gan4j.api.net.Layer;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.standard.StandardModule;
import org.gan4j.api.standard.initializer.Uniform;
import org.gan4j.api.standard.layer.Dense;
import org.gan4j.api.standard.prior.GaussianPrior;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExtensionsTest {
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
        private final Extensions extensions;

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
            contribute((ExtensionPoint) ExtensionPoint.LOSS, "salt", Salt.class);
        }
    }

    private final Problems problems = new Problems();

    private static Extensions of(GanModule... modules) {
        return Extensions.of(List.of(modules).stream().map(Plugin::new).toList(), List.of(), List.of());
    }

    private static List<String> told(Extensions extensions) {
        return extensions.problems().stream().map(Problem::toString).toList();
    }

    private static Setting text(String text) {
        return new Setting.Text(text, "flag");
    }

    @Nested
    class Finding {
        @Test
        void the_class_path_has_the_standard_parts() {
            Extensions extensions = Extensions.onClassPath();
            assertThat(extensions.problems()).isEmpty();
            assertThat(extensions.plugins()).extracting(Plugin::id).contains(StandardModule.class.getName());
            assertThat(extensions.contribution(ExtensionPoint.PRIOR, "gaussian"))
                    .get()
                    .extracting(Contribution::type)
                    .isEqualTo(GaussianPrior.class);
            assertThat(extensions.points())
                    .hasSize(15)
                    .extracting(ExtensionPoint::id)
                    .isSorted();
        }

        @Test
        void contributions_are_listed_by_name_and_nothing_is_built() {
            assertThat(of(new Flats()).contributions("loss"))
                    .extracting(Contribution::name)
                    .containsExactly("flat", "injected");
            assertThat(of(new Flats()).contributions("unheard-of")).isEmpty();
        }

        @Test
        void a_module_may_declare_a_point_of_its_own() {
            Extensions extensions = of(new Declaring());
            assertThat(extensions.problems()).isEmpty();
            assertThat(extensions.points()).contains(SPICE);
            assertThat(extensions
                            .part(SPICE, "spice", text("salt"), problems)
                            .orElseThrow()
                            .value())
                    .isEqualTo(new Salt());
        }
    }

    @Nested
    class Clashes {
        @Test
        void of_two_modules_with_one_name_the_first_stays_and_the_second_is_told() {
            Extensions extensions = of(new Flats(), new Rival());
            assertThat(extensions.contribution(ExtensionPoint.LOSS, "flat"))
                    .get()
                    .extracting(Contribution::type)
                    .isEqualTo(Flat.class);
            assertThat(told(extensions))
                    .containsExactly("plugin " + Rival.class.getName() + ": loss \"flat\" is left out: it is already"
                            + " provided by plugin " + Flats.class.getName() + " (" + Flat.class.getName()
                            + "); rename one of them, or remove one of the plug-ins");
        }

        @Test
        void one_module_that_contributes_the_same_twice_is_told() {
            assertThat(told(of(new Twice())))
                    .containsExactly("plugin " + Twice.class.getName() + ": loss \"twice\" is left out: it is already"
                            + " provided by plugin " + Twice.class.getName() + " (" + Flat.class.getName()
                            + "); rename one of them, or remove one of the plug-ins");
        }

        @Test
        void a_contribution_to_an_undeclared_point_is_told() {
            assertThat(told(of(new Undeclaring())))
                    .singleElement()
                    .asString()
                    .startsWith("plugin " + Undeclaring.class.getName()
                            + ": contributes \"salt\" to the unknown extension point 'spice', known: ");
        }

        @Test
        void a_point_that_is_declared_again_is_told() {
            assertThat(told(of(new Redeclaring())))
                    .containsExactly(
                            "plugin " + Salt.class.getName() + ": the extension point 'loss' is already declared for "
                                    + Loss.class.getName() + ", which stays");
        }

        @Test
        void a_contribution_of_a_wrong_type_is_told() {
            Extensions extensions = of(new Unchecked());
            assertThat(told(extensions))
                    .containsExactly("plugin " + Unchecked.class.getName() + ": loss \"salt\" is left out: it is "
                            + Salt.class.getName() + ", which is no Loss");
            assertThat(extensions.contributions("loss")).isEmpty();
        }
    }

    @Nested
    class BadPlugins {
        @Test
        void a_module_that_throws_is_left_out_and_the_rest_works() {
            Extensions extensions = of(new Broken(), new Flats());
            assertThat(told(extensions))
                    .containsExactly(
                            "plugin " + Broken.class.getName() + ": not loaded: java.lang.IllegalStateException: boom");
            assertThat(extensions.plugins()).extracting(Plugin::id).containsExactly(Flats.class.getName());
            assertThat(extensions.contribution(ExtensionPoint.LOSS, "flat")).isPresent();
        }

        @Test
        void a_plug_in_that_would_swap_a_part_of_every_experiment_is_refused() {
            Extensions extensions = of(new Greedy());
            assertThat(told(extensions))
                    .containsExactly(
                            "plugin " + Greedy.class.getName() + ": not loaded: it binds Prior, which would swap "
                                    + "that part of every experiment; name the module with --module instead");
            assertThat(extensions.swapped(ExtensionPoint.PRIOR)).isEmpty();
        }

        @Test
        void of_two_plug_ins_that_bind_the_same_the_second_is_left_out() {
            Extensions extensions = of(new Colliding(), new CollidingToo());
            assertThat(extensions.plugins()).extracting(Plugin::id).containsExactly(Colliding.class.getName());
            assertThat(told(extensions))
                    .singleElement()
                    .asString()
                    .startsWith("plugin " + CollidingToo.class.getName() + ": not loaded: ");
        }

        @Test
        void problems_met_while_looking_for_plug_ins_come_first() {
            Problem earlier = new Problem("plugin bad.jar", "is no jar");
            assertThat(Extensions.of(List.of(new Plugin(new Broken())), List.of(earlier), List.of())
                            .problems())
                    .hasSize(2)
                    .startsWith(earlier);
        }
    }

    @Nested
    class Parts {
        private final Extensions extensions = of(new StandardModule(), new Flats());

        private <P> Part<P> part(ExtensionPoint<P> point, Setting setting) {
            Optional<Part<P>> part = extensions.part(point, point.id(), setting, problems);
            assertThat(problems.list()).isEmpty();
            return part.orElseThrow();
        }

        @Test
        void a_name_alone_gives_the_defaults() {
            Part<Loss> part = part(ExtensionPoint.LOSS, text("flat"));
            assertThat(part.value()).isEqualTo(new Flat(2));
            assertThat(part.settings()).containsOnly(Map.entry("loss", "flat"), Map.entry("loss.height", "2"));
        }

        @Test
        void a_name_with_parameters() {
            Setting setting = new Setting.Fields(Map.of("name", text("flat"), "height", text("3")), "file:1:1");
            assertThat(part(ExtensionPoint.LOSS, setting).value()).isEqualTo(new Flat(3));
        }

        @Test
        void a_class_that_is_no_record_is_built_by_guice() {
            Part<Loss> part = part(ExtensionPoint.LOSS, text("injected"));
            assertThat(((Injected) part.value()).extensions).isSameAs(extensions);
        }

        @Test
        void parts_of_parts_are_built_with_their_own_parameters() {
            Setting setting = new Setting.Fields(
                    Map.of(
                            "name", text("dense"),
                            "units", text("4"),
                            "weights", new Setting.Fields(Map.of("name", text("uniform"), "range", text("0.1")), "")),
                    "");
            Part<Layer> part = part(ExtensionPoint.LAYER, setting);
            assertThat(((Dense) part.value()).weights()).isEqualTo(new Uniform(0.1));
            assertThat(part.parameters())
                    .containsOnly(
                            Map.entry("units", "4"),
                            Map.entry("weights", "uniform"),
                            Map.entry("weights.range", "0.1"),
                            Map.entry("bias", "constant"),
                            Map.entry("bias.value", "0"));
        }

        @Test
        void parameters_of_a_default_part_need_not_repeat_its_name() {
            Setting setting = new Setting.Fields(
                    Map.of(
                            "name", text("dense"),
                            "units", text("4"),
                            "bias", new Setting.Fields(Map.of("value", text("7")), "")),
                    "");
            assertThat(part(ExtensionPoint.LAYER, setting).parameters())
                    .containsEntry("bias", "constant")
                    .containsEntry("bias.value", "7");
        }

        @Test
        void parts_in_a_list_keep_their_parameters_in_the_text() {
            Setting dense = new Setting.Fields(Map.of("name", text("dropout"), "keep", text("0.5")), "");
            Setting setting = new Setting.Fields(
                    Map.of("name", text("stack"), "layers", new Setting.Items(List.of(text("relu"), dense), "")), "");
            assertThat(part(ExtensionPoint.LAYER, setting).parameters())
                    .containsOnly(Map.entry("layers", "[relu,{name: dropout, keep: 0.5}]"));
        }

        @Test
        void an_unknown_name_is_answered_with_the_nearest() {
            assertThat(extensions.part(ExtensionPoint.LOSS, "loss", text("flatt"), problems))
                    .isEmpty();
            assertThat(extensions.part(ExtensionPoint.PRIOR, "prior", text("cauchy"), problems))
                    .isEmpty();
            assertThat(problems.list())
                    .extracting(Problem::toString)
                    .containsExactly(
                            "flag: unknown loss 'flatt', did you mean 'flat'?",
                            "flag: unknown prior 'cauchy', known: gaussian, spherical, uniform");
        }

        @Test
        void an_unknown_name_may_be_that_of_a_broken_plug_in_that_nothing_is_known_of() {
            of(new Flats(), new Broken()).part(ExtensionPoint.LOSS, "loss", text("hinge"), problems);
            assertThat(problems.list())
                    .singleElement()
                    .asString()
                    .endsWith("known: flat, injected (1 plug-in is not, or not fully, in use: see gan plugins)");
        }

        @Test
        void of_broken_plug_ins_those_are_told_that_may_have_brought_the_name() {
            List<Problem> found = List.of(new Problem("plugin a.jar", "bad"), new Problem("plugin b.jar", "worse"));
            Suspects suspects = (trouble, name) -> trouble.where().equals("plugin b.jar") && name.equals("hinge");
            Extensions broken = Extensions.of(
                    List.of(new Plugin(new Flats())), found, List.of(), binder -> OptionalBinder.newOptionalBinder(
                                    binder, Suspects.class)
                            .setBinding()
                            .toInstance(suspects));
            assertThat(broken.hint(ExtensionPoint.LOSS, "hinge"))
                    .isEqualTo("known: flat, injected (plugin b.jar: worse)");
            assertThat(broken.hint(ExtensionPoint.LOSS, "ridge"))
                    .isEqualTo("known: flat, injected (2 plug-ins are not, or not fully, in use: see gan plugins)");
        }

        @Test
        void a_parameter_of_a_part_within_a_part_is_suggested_with_its_whole_key() {
            Setting setting = new Setting.Fields(
                    Map.of("name", text("dense"), "units", text("4"), "weights", text("uniform"), "range", text("1")),
                    "");
            extensions.part(ExtensionPoint.LAYER, "layer", setting, problems);
            assertThat(problems.list())
                    .extracting(Problem::what)
                    .containsExactly("unknown key 'layer.range', did you mean 'layer.weights.range'?");
        }

        @Test
        void mistakes_inside_of_parts_inside_of_parts_are_told_with_the_whole_key() {
            Setting setting = new Setting.Fields(
                    Map.of(
                            "name", text("dense"),
                            "units", text("0"),
                            "weights", new Setting.Fields(Map.of("name", text("uniform"), "rang", text("1")), "")),
                    "");
            assertThat(extensions.part(ExtensionPoint.LAYER, "layer", setting, problems))
                    .isEmpty();
            assertThat(problems.list())
                    .extracting(Problem::what)
                    .containsExactlyInAnyOrder(
                            "'layer.units' must be at least 1, not 0",
                            "unknown key 'layer.weights.rang', did you mean 'layer.weights.range'?");
        }

        @Test
        void a_list_where_one_name_is_taken() {
            extensions.part(ExtensionPoint.PRIOR, "prior", new Setting.Items(List.of(), "flag"), problems);
            assertThat(problems.list())
                    .extracting(Problem::toString)
                    .containsExactly("flag: 'prior' takes the name of one prior: known: gaussian, spherical, uniform");
        }

        @Test
        void a_class_that_is_no_record_takes_no_parameters() {
            Setting setting = new Setting.Fields(Map.of("name", text("injected"), "x", text("1")), "");
            extensions.part(ExtensionPoint.LOSS, "loss", setting, problems);
            assertThat(problems.list())
                    .extracting(Problem::toString)
                    .containsExactly("flag: 'loss' has no parameters, so 'x' cannot be set");
        }

        @Test
        void a_class_that_guice_cannot_build_hurts_only_those_who_name_it() {
            extensions.part(ExtensionPoint.INITIALIZER, "weights", text("wheels"), problems);
            assertThat(problems.list())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "weights: initializer 'wheels' of plugin " + Flats.class.getName() + " cannot be built: ")
                    .contains("No injectable constructor for type")
                    .endsWith("; make it a record whose components have @Param, or give it a constructor that is"
                            + " public and without arguments, or that has @Inject");
        }
    }

    @Test
    void a_point_to_which_nothing_is_contributed_is_named_as_such() {
        of(new StandardModule()).part(ExtensionPoint.LOSS, "loss", text("minimax"), problems);

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly("flag: unknown loss 'minimax', no plug-in here contributes any;"
                        + " is a jar missing from lib/ or plugins/?");
    }

    @Test
    void what_nothing_provides_is_told_in_words() {
        assertThatThrownBy(() -> of().instance(Runnable.class))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Runnable: nothing on the class path provides it");
    }
}
