package org.gan4j.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.run.Progress;
import org.gan4j.registry.Extensions;
import org.gan4j.standard.optimizer.Adam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Experiments that are made of others. What a command line says of the same settings is the truth here. */
class LabPartsTest {
    private static final LocalRunner RUNNER =
            Extensions.onClassPath().instance(LocalRunner.class).reportingTo(Progress.none());

    private static final LabParts PARTS = new LabParts(Extensions.onClassPath());

    private static Experiment ring(String... settings) {
        return RUNNER.resolve("ring", settings).get(0);
    }

    private static Adam withRate(Adam rule, double rate) {
        return new Adam(rate, rule.decay(), rule.floor(), rule.beta1(), rule.beta2(), rule.epsilon());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "loss; hinge",
                "optimizer.rate; 0.01",
                "schedule.k; 3",
                "batch; 64",
                "prior; uniform(size=3)",
                "generator.hidden; [32,32]",
                "generator.activation; tanh",
                "discriminator.activation; leaky-relu(slope=0.3)",
                "dataset.radius; 1"
            })
    void a_changed_setting_is_that_of_a_command_line(String key, String value) {
        assertThat(PARTS.changed(ring(), Map.of(key, value)).identity())
                .containsAllEntriesOf(without(ring(key + "=" + value)))
                .isNotEqualTo(ring().identity());
    }

    /** The metrics judge the data, and go with them. */
    private static Map<String, String> without(Experiment experiment) {
        Map<String, String> identity = new TreeMap<>(experiment.identity());
        identity.keySet().removeIf(key -> key.startsWith("metrics"));
        return identity;
    }

    @Test
    void another_part_has_none_of_the_parameters_before_it() {
        Experiment squares = ring("loss=least-squares", "loss.a=-1");

        assertThat(PARTS.changed(squares, Map.of("loss", "hinge")).settings())
                .containsEntry("loss", "hinge")
                .doesNotContainKey("loss.a");
    }

    @Test
    void a_rate_of_one_player_leaves_all_else_of_both_rules() {
        Experiment changed = PARTS.changed(ring("optimizer.beta1=0.3"), Map.of("rate.discriminator", "0.25"));
        Optimizer both = changed.parts().optimizer().value();
        Adam before = (Adam) ring("optimizer.beta1=0.3").parts().optimizer().value();

        assertThat(both.of(Player.GENERATOR)).isEqualTo(before);
        assertThat(both.of(Player.DISCRIMINATOR)).isEqualTo(withRate(before, 0.25));
        Optimizer again = PARTS.changed(changed, Map.of("rate.generator", "0.5"))
                .parts()
                .optimizer()
                .value();
        assertThat(again.of(Player.GENERATOR)).isEqualTo(withRate(before, 0.5));
        assertThat(again.of(Player.DISCRIMINATOR)).isEqualTo(withRate(before, 0.25));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "loss; hing; hinge",
                "optimizer.rate; -1; rate",
                "optimizer.rate; fast; rate",
                "optimizer.speed; 1; speed",
                "batch; 0; batch",
                "batch; many; whole number",
                "batch; 100000000000; whole number",
                "steps; 5; the lab changes",
                "runs; /tmp/x; the lab changes",
                "backend; fake; the lab changes",
                "modules; a.B; the lab changes"
            })
    void what_does_not_fit_is_refused_with_the_reason(String key, String value, String reason) {
        assertThatThrownBy(() -> PARTS.changed(ring(), Map.of(key, value)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(reason);
    }

    @Test
    void the_menu_has_all_parts_with_what_they_say_of_their_parameters() {
        PartsMenu menu = PartsMenu.of(Extensions.onClassPath());

        assertThat(menu.kinds().stream().map(PartsMenu.Kind::key))
                .containsExactly("loss", "dataset", "prior", "generator", "discriminator", "optimizer", "schedule");
        assertThat(menu.kinds()).allSatisfy(kind -> assertThat(kind.choices())
                .hasSameSizeAs(Extensions.onClassPath().contributions(kind.key())));
        PartsMenu.Field rate = menu.kinds().get(5).choices().stream()
                .filter(choice -> choice.name().equals("adam"))
                .flatMap(choice -> choice.fields().stream())
                .filter(field -> field.name().equals("rate"))
                .findFirst()
                .orElseThrow();
        assertThat(rate.type()).isEqualTo("double");
        assertThat(rate.least()).isZero();
        assertThat(rate.given()).isNotEmpty();
        assertThat(rate.meaning()).isNotEmpty();
    }
}
