package org.gan4j.experiments.settings.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gan4j.api.metric.Metric;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problem;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every built-in metric with every kind of data: what does not fit is said before training, and all at once. */
class MetricFitTest {
    private static final Pattern MISFIT = Pattern.compile("the metric '(.*)' does not fit the data '.*': .*");

    /** These compare with held-out examples, whatever an example is. */
    private static final Set<String> OF_EXAMPLES = Set.of(
            "parzen", "kid", "precision-recall", "density-coverage", "sliced-wasserstein", "ndb", "memorisation");

    private final Extensions available = Extensions.onClassPath();
    private final LocalRunner runner = available.instance(LocalRunner.class);

    static Stream<Arguments> data() {
        return Stream.of(
                // A density on the line, with one mode.
                arguments("gaussian-1d", "", with(Set.of(), "jsd", "modes", "wasserstein")),
                // A density in the plane, with eight modes.
                arguments("ring", "", with(Set.of(), "jsd", "modes")),
                // Labelled pictures of 784 numbers; frechet takes up to 1,024.
                arguments("fashion-mini", "", with(OF_EXAMPLES, "frechet")),
                // The data have ten classes, and so has the category.
                arguments(
                        "fashion-mini",
                        "prior={name: coded, categories: [10], of: uniform}",
                        with(OF_EXAMPLES, "frechet", "class-agreement", "code-agreement")),
                arguments(
                        "fashion-mini",
                        "prior={name: coded, categories: [3], of: uniform}",
                        with(OF_EXAMPLES, "frechet", "code-agreement")),
                arguments("mnist", "", with(OF_EXAMPLES, "frechet", "classifier-score")),
                // Three digits on each other: 2,352 numbers.
                arguments("mnist-dcgan", "dataset=stacked-mnist", with(OF_EXAMPLES, "stacked-modes")));
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("data")
    void what_does_not_fit_is_refused_before_training(String recipe, String setting, Set<String> fitting) {
        Set<String> all = new TreeSet<>();
        available.contributions(Metric.POINT.id()).stream()
                .map(Contribution::name)
                .forEach(all::add);

        Set<String> refused = new TreeSet<>();
        for (Problem problem : problems(recipe, setting, "metrics=[" + String.join(",", all) + "]")) {
            Matcher misfit = MISFIT.matcher(problem.what());
            assertThat(misfit.matches()).as(problem.toString()).isTrue();
            refused.add(misfit.group(1));
        }

        all.removeAll(fitting);
        assertThat(refused).isEqualTo(all);
    }

    @Test
    void features_of_digits_are_refused_where_the_net_reads_no_digits() {
        assertThat(problems("fashion-mini", "metrics=[kid,frechet]", "metrics.kid.features=digits"))
                .singleElement()
                .asString()
                .isEqualTo(
                        "metrics.kid.features=digits: the metric 'kid' does not fit the data 'fashion-mini': features=digits"
                                + " are those of a net that reads the digits of mnist alone; features=examples take any data");
    }

    private List<Problem> problems(String recipe, String... settings) {
        String[] given =
                Stream.of(settings).filter(setting -> !setting.isEmpty()).toArray(String[]::new);
        return catchThrowableOfType(InvalidInput.class, () -> runner.resolve(recipe, given))
                .problems();
    }
}
