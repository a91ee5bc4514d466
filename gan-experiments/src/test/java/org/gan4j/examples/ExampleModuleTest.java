package org.gan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Module;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.plugin.ClassPath;
import org.gan4j.api.plugin.Contribution;
import org.gan4j.api.plugin.ExtensionPoint;
import org.gan4j.api.plugin.Extensions;
import org.gan4j.api.plugin.Part;
import org.gan4j.api.plugin.Plugin;
import org.gan4j.api.plugin.Setting;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problems;
import org.gan4j.examples.data.TriangularPrior;
import org.junit.jupiter.api.Test;

class ExampleModuleTest {
    static Extensions extensions(Module... swaps) {
        List<Plugin> plugins = Stream.concat(
                        ClassPath.plugins(new Problems()).stream(), Stream.of(new Plugin(new ExampleModule())))
                .toList();
        return Extensions.of(plugins, List.of(), List.of(swaps));
    }

    @Test
    void every_example_is_found_under_its_name() {
        Extensions extensions = extensions();
        assertThat(extensions.problems()).isEmpty();
        assertThat(extensions.points())
                .flatMap(point -> extensions.contributions(point.id()))
                .filteredOn(contribution -> contribution.module() == ExampleModule.class)
                .extracting(Contribution::point)
                // One of each kind but a backend, which is no small example.
                .containsExactlyInAnyOrderElementsOf(extensions.points().stream()
                        .map(ExtensionPoint::id)
                        .filter(id -> !id.equals("backend") && !id.equals("tensorflow.net"))
                        .toList());
    }

    @Test
    void every_example_says_what_it_is_for() {
        Extensions extensions = extensions();
        assertThat(extensions.points())
                .flatMap(point -> extensions.contributions(point.id()))
                .filteredOn(contribution -> contribution.module() == ExampleModule.class
                        && !contribution.point().equals("command"))
                .allSatisfy(contribution -> assertThat(contribution.purpose()).isNotBlank());
    }

    @Test
    void a_part_is_built_from_what_a_user_writes() {
        Problems problems = new Problems();
        Setting written = new Setting.Fields(
                java.util.Map.of(
                        "name", new Setting.Text("triangular", "line 1"), "size", new Setting.Text("8", "line 2")),
                "line 1");
        assertThat(extensions().part(ExtensionPoint.PRIOR, "prior", written, problems))
                .get()
                .extracting(Part::value)
                .isEqualTo(new TriangularPrior(8));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void a_module_that_binds_a_prior_swaps_it_and_stands_in_the_settings() {
        Part<?> part = extensions(new SwapPrior()).swapped(ExtensionPoint.PRIOR).orElseThrow();
        assertThat(part.value()).isEqualTo(new TriangularPrior(16));
        assertThat(part.settings())
                .containsEntry("prior", "org.gan4j.examples.data.TriangularPrior")
                .containsEntry("prior.size", "16")
                .containsEntry("prior.module", "org.gan4j.examples.SwapPrior");
    }

    @Test
    void a_module_that_only_adds_names_is_no_swap() {
        assertThatThrownBy(() -> extensions(new ExampleModule()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("it changes no part");
    }
}
