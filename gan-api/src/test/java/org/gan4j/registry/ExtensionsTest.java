package org.gan4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.registry.Samples.SPICE;
import static org.gan4j.registry.Samples.of;
import static org.gan4j.registry.Samples.reported;
import static org.gan4j.registry.Samples.text;

import java.util.List;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.registry.Samples.Broken;
import org.gan4j.registry.Samples.Colliding;
import org.gan4j.registry.Samples.CollidingToo;
import org.gan4j.registry.Samples.Declaring;
import org.gan4j.registry.Samples.Flat;
import org.gan4j.registry.Samples.Flats;
import org.gan4j.registry.Samples.Greedy;
import org.gan4j.registry.Samples.Redeclaring;
import org.gan4j.registry.Samples.Rival;
import org.gan4j.registry.Samples.Salt;
import org.gan4j.registry.Samples.Twice;
import org.gan4j.registry.Samples.Unchecked;
import org.gan4j.registry.Samples.Undeclaring;
import org.gan4j.standard.StandardModule;
import org.gan4j.standard.prior.GaussianPrior;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExtensionsTest {
    private final Problems problems = new Problems();

    @Nested
    class Finding {
        @Test
        void the_class_path_has_the_standard_parts() {
            Extensions extensions = Extensions.onClassPath();
            assertThat(extensions.problems()).isEmpty();
            assertThat(extensions.plugins()).extracting(Plugin::id).contains(StandardModule.class.getName());
            assertThat(extensions.contribution(Prior.POINT, "gaussian"))
                    .get()
                    .extracting(Contribution::type)
                    .isEqualTo(GaussianPrior.class);
            assertThat(extensions.points())
                    .hasSize(18)
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
        void of_two_modules_with_one_name_the_first_stays_and_the_second_is_reported() {
            Extensions extensions = of(new Flats(), new Rival());
            assertThat(extensions.contribution(Loss.POINT, "flat"))
                    .get()
                    .extracting(Contribution::type)
                    .isEqualTo(Flat.class);
            assertThat(reported(extensions))
                    .containsExactly("plugin " + Rival.class.getName() + ": loss \"flat\" is left out: it is already"
                            + " provided by plugin " + Flats.class.getName() + " (" + Flat.class.getName()
                            + "); rename one of them, or remove one of the plug-ins");
        }

        @Test
        void one_module_that_contributes_the_same_twice_is_reported() {
            assertThat(reported(of(new Twice())))
                    .containsExactly("plugin " + Twice.class.getName() + ": loss \"twice\" is left out: it is already"
                            + " provided by plugin " + Twice.class.getName() + " (" + Flat.class.getName()
                            + "); rename one of them, or remove one of the plug-ins");
        }

        @Test
        void a_contribution_to_an_undeclared_point_is_reported() {
            assertThat(reported(of(new Undeclaring())))
                    .singleElement()
                    .asString()
                    .startsWith("plugin " + Undeclaring.class.getName()
                            + ": contributes \"salt\" to the unknown extension point 'spice', known: ");
        }

        @Test
        void a_point_that_is_declared_again_is_reported() {
            assertThat(reported(of(new Redeclaring())))
                    .containsExactly(
                            "plugin " + Salt.class.getName() + ": the extension point 'loss' is already declared for "
                                    + Loss.class.getName() + ", which stays");
        }

        @Test
        void a_contribution_of_a_wrong_type_is_reported() {
            Extensions extensions = of(new Unchecked());
            assertThat(reported(extensions))
                    .containsExactly("plugin " + Unchecked.class.getName() + ": loss \"salt\" is left out: it is "
                            + Salt.class.getName() + ", which does not implement Loss");
            assertThat(extensions.contributions("loss")).isEmpty();
        }
    }

    @Nested
    class BadPlugins {
        @Test
        void a_module_that_throws_is_left_out_and_the_rest_works() {
            Extensions extensions = of(new Broken(), new Flats());
            assertThat(reported(extensions))
                    .containsExactly(
                            "plugin " + Broken.class.getName() + ": not loaded: java.lang.IllegalStateException: boom");
            assertThat(extensions.plugins()).extracting(Plugin::id).containsExactly(Flats.class.getName());
            assertThat(extensions.contribution(Loss.POINT, "flat")).isPresent();
        }

        @Test
        void a_plug_in_that_would_swap_a_part_of_every_experiment_is_refused() {
            Extensions extensions = of(new Greedy());
            assertThat(reported(extensions))
                    .containsExactly(
                            "plugin " + Greedy.class.getName() + ": not loaded: it binds Prior, which would swap "
                                    + "that part of every experiment; name the module with --module instead");
            assertThat(extensions.swapped(Prior.POINT)).isEmpty();
        }

        @Test
        void of_two_plug_ins_that_bind_the_same_the_second_is_left_out() {
            Extensions extensions = of(new Colliding(), new CollidingToo());
            assertThat(extensions.plugins()).extracting(Plugin::id).containsExactly(Colliding.class.getName());
            assertThat(reported(extensions))
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

    @Test
    void a_point_to_which_nothing_is_contributed_is_named_as_such() {
        of(new StandardModule()).part(Loss.POINT, "loss", text("minimax"), problems);

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
