package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.experiment.Experiment;
import org.junit.jupiter.api.Test;

class RunNamesTest {
    private final Games games = new Games(Path.of("runs"));

    @Test
    void a_factor_shows_its_value_and_not_the_parameters_that_it_brings_or_takes_away() {
        assertThat(RunNames.of(games.cells("optimizer=adam,sgd")))
                .containsExactly("one/optimizer=adam/seed1", "one/optimizer=sgd/seed1");
        assertThat(RunNames.of(games.cells("generator.activation=relu,leaky-relu")))
                .containsExactly("one/generator.activation=relu/seed1", "one/generator.activation=leaky-relu/seed1");
    }

    @Test
    void a_parameter_of_the_loss_shows_where_cells_differ_in_it() {
        assertThat(RunNames.of(games.cells("loss=wide", "loss.margin=0.1,0.5")))
                .containsExactly("wide/loss.margin=0.1/seed1", "wide/loss.margin=0.5/seed1");
        assertThat(RunNames.of(games.cells("loss=one,wide", "seed=1,2")))
                .containsExactly("one/seed1", "one/seed2", "wide/seed1", "wide/seed2");
    }

    @Test
    void variants_show_only_the_parameters_in_which_they_differ() {
        assertThat(RunNames.of(games.cells("loss=one,wide(margin=0.1)"))).containsExactly("one/seed1", "wide/seed1");
        assertThat(RunNames.of(games.cells("loss=one,wide(margin=0.1),wide(margin=0.5)", "loss.floor=2")))
                .containsExactly("one/seed1", "wide/loss.margin=0.1/seed1", "wide/loss.margin=0.5/seed1");
        assertThat(RunNames.of(games.cells("optimizer=adam,sgd", "optimizer.beta1=0.1")))
                .containsExactly("one/optimizer=adam/seed1", "one/optimizer=sgd/seed1");
    }

    @Test
    void no_two_cells_share_a_name_or_the_stem_of_a_folder() {
        List<Experiment> twice = new ArrayList<>(games.cells());
        twice.addAll(games.cells());
        assertThat(RunNames.of(twice)).containsExactly("one/seed1", "one/seed1 #2");
        // As folders, both are generator.hidden=-8-.
        List<String> names = RunNames.of(games.cells("metrics=[slow],slow", "generator.hidden=[8],[8,4]"));
        assertThat(names.stream().map(name -> name.replaceAll("[^A-Za-z0-9._=-]+", "-")))
                .doesNotHaveDuplicates();
    }
}
