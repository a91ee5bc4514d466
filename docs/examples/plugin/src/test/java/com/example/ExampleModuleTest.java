package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.data.TriangularPrior;
import java.util.Map;
import org.gan4j.api.Prior;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Test;

class ExampleModuleTest {
    @Test
    void every_example_is_found_under_its_name() {
        Extensions extensions = Extensions.onClassPath();
        assertThat(extensions.problems()).isEmpty();
        assertThat(extensions.points())
                .flatMap(point -> extensions.contributions(point.id()))
                .filteredOn(contribution -> contribution.module() == ExampleModule.class)
                .extracting(Contribution::point)
                // At least one of each kind but a backend, which is no small example.
                .hasSameElementsAs(extensions.points().stream()
                        .map(ExtensionPoint::id)
                        .filter(id -> !id.equals("backend"))
                        .toList());
    }

    @Test
    void every_example_says_what_it_is_for() {
        Extensions extensions = Extensions.onClassPath();
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
                Map.of("name", new Setting.Text("triangular", "line 1"), "size", new Setting.Text("8", "line 2")),
                "line 1");
        assertThat(Extensions.onClassPath().part(Prior.POINT, "prior", written, problems))
                .get()
                .extracting(Part::value)
                .isEqualTo(new TriangularPrior(8));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void a_module_that_binds_a_prior_swaps_it_and_stands_in_the_settings() {
        Part<?> part =
                Extensions.onClassPath(new SwapPrior()).swapped(Prior.POINT).orElseThrow();
        assertThat(part.value()).isEqualTo(new TriangularPrior(16));
        assertThat(part.settings())
                .containsEntry("prior", "com.example.data.TriangularPrior")
                .containsEntry("prior.size", "16")
                .containsEntry("prior.module", "com.example.SwapPrior");
    }

    @Test
    void a_module_that_only_adds_names_is_no_swap() {
        assertThatThrownBy(() -> Extensions.onClassPath(new ExampleModule()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("it changes no part");
    }
}
