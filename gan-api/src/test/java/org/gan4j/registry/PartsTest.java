package org.gan4j.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.registry.Samples.of;
import static org.gan4j.registry.Samples.text;

import com.google.inject.multibindings.OptionalBinder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.net.Layer;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.registry.Samples.Broken;
import org.gan4j.registry.Samples.Flat;
import org.gan4j.registry.Samples.Flats;
import org.gan4j.registry.Samples.Injected;
import org.gan4j.standard.StandardModule;
import org.gan4j.standard.initializer.Uniform;
import org.gan4j.standard.layer.Dense;
import org.junit.jupiter.api.Test;

/** Building parts from what users write. */
class PartsTest {
    private static final String PRIORS = "captioned, coded, gaussian, spherical, uniform";

    private final Problems problems = new Problems();

    private final Extensions extensions = of(new StandardModule(), new Flats());

    private <P> Part<P> part(ExtensionPoint<P> point, Setting setting) {
        Optional<Part<P>> part = extensions.part(point, point.id(), setting, problems);
        assertThat(problems.list()).isEmpty();
        return part.orElseThrow();
    }

    @Test
    void a_name_alone_gives_the_defaults() {
        Part<Loss> part = part(Loss.POINT, text("flat"));
        assertThat(part.value()).isEqualTo(new Flat(2));
        assertThat(part.settings()).containsOnly(Map.entry("loss", "flat"), Map.entry("loss.height", "2"));
    }

    @Test
    void a_name_with_parameters() {
        Setting setting = new Setting.Fields(Map.of("name", text("flat"), "height", text("3")), "file:1:1");
        assertThat(part(Loss.POINT, setting).value()).isEqualTo(new Flat(3));
    }

    @Test
    void a_class_that_is_no_record_is_built_by_guice() {
        Part<Loss> part = part(Loss.POINT, text("injected"));
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
        Part<Layer> part = part(Layer.POINT, setting);
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
        assertThat(part(Layer.POINT, setting).parameters())
                .containsEntry("bias", "constant")
                .containsEntry("bias.value", "7");
    }

    @Test
    void parts_in_a_list_keep_their_parameters_in_the_text() {
        Setting dense = new Setting.Fields(Map.of("name", text("dropout"), "keep", text("0.5")), "");
        Setting setting = new Setting.Fields(
                Map.of("name", text("stack"), "layers", new Setting.Items(List.of(text("relu"), dense), "")), "");
        assertThat(part(Layer.POINT, setting).parameters())
                .containsOnly(Map.entry("layers", "[relu,{name: dropout, keep: 0.5}]"));
    }

    @Test
    void an_unknown_name_is_answered_with_the_nearest() {
        assertThat(extensions.part(Loss.POINT, "loss", text("flatt"), problems)).isEmpty();
        assertThat(extensions.part(Prior.POINT, "prior", text("cauchy"), problems))
                .isEmpty();
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "flag: unknown loss 'flatt', did you mean 'flat'?",
                        "flag: unknown prior 'cauchy', known: " + PRIORS);
    }

    @Test
    void an_unknown_name_may_be_that_of_a_broken_plug_in_that_nothing_is_known_of() {
        of(new Flats(), new Broken()).part(Loss.POINT, "loss", text("hinge"), problems);
        assertThat(problems.list())
                .singleElement()
                .asString()
                .endsWith("known: flat, injected (1 plug-in is not, or not fully, in use: see gan plugins)");
    }

    @Test
    void of_broken_plug_ins_those_are_told_that_may_have_brought_the_name() {
        List<Problem> found = List.of(new Problem("plugin a.jar", "bad"), new Problem("plugin b.jar", "worse"));
        UnusedContributors suspects = (trouble, name) -> trouble.where().equals("plugin b.jar") && name.equals("hinge");
        Extensions broken = Extensions.of(
                List.of(new Plugin(new Flats())), found, List.of(), binder -> OptionalBinder.newOptionalBinder(
                                binder, UnusedContributors.class)
                        .setBinding()
                        .toInstance(suspects));
        assertThat(broken.hint(Loss.POINT, "hinge")).isEqualTo("known: flat, injected (plugin b.jar: worse)");
        assertThat(broken.hint(Loss.POINT, "ridge"))
                .isEqualTo("known: flat, injected (2 plug-ins are not, or not fully, in use: see gan plugins)");
    }

    @Test
    void a_parameter_of_a_part_within_a_part_is_suggested_with_its_whole_key() {
        Setting setting = new Setting.Fields(
                Map.of("name", text("dense"), "units", text("4"), "weights", text("uniform"), "range", text("1")), "");
        extensions.part(Layer.POINT, "layer", setting, problems);
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
        assertThat(extensions.part(Layer.POINT, "layer", setting, problems)).isEmpty();
        assertThat(problems.list())
                .extracting(Problem::what)
                .containsExactlyInAnyOrder(
                        "'layer.units' must be at least 1, not 0",
                        "unknown key 'layer.weights.rang', did you mean 'layer.weights.range'?");
    }

    @Test
    void a_list_where_one_name_is_taken() {
        extensions.part(Prior.POINT, "prior", new Setting.Items(List.of(), "flag"), problems);
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly("flag: 'prior' takes the name of one prior: known: " + PRIORS);
    }

    @Test
    void a_class_that_is_no_record_takes_no_parameters() {
        Setting setting = new Setting.Fields(Map.of("name", text("injected"), "x", text("1")), "");
        extensions.part(Loss.POINT, "loss", setting, problems);
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly("flag: 'loss' has no parameters, so 'x' cannot be set");
    }

    @Test
    void a_class_that_guice_cannot_build_hurts_only_those_who_name_it() {
        extensions.part(Initializer.POINT, "weights", text("wheels"), problems);
        assertThat(problems.list())
                .singleElement()
                .asString()
                .startsWith("weights: initializer 'wheels' of plugin " + Flats.class.getName() + " cannot be built: ")
                .contains("No injectable constructor for type")
                .endsWith("; make it a record whose components have @Param, or give it a constructor that is"
                        + " public and without arguments, or that has @Inject");
    }
}
