package org.gan4j.experiments.program.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.gan4j.experiments.program.command.GanLine;
import org.junit.jupiter.api.Test;

class ReproduceCommandTest {
    private final GanLine gan = new GanLine();

    @Test
    void help_names_what_can_be_reproduced_with_its_keys() {
        assertThat(gan.run("reproduce", "--help")).isZero();
        assertThat(gan.out())
                .containsPattern("  theory +each statement of the theory, expected and measured")
                .containsPattern(
                        "    mean=N +mean of the generated distribution \\(at least -4; at most 4; default 1\\)\n")
                .containsPattern("    points=N +pictures of a line")
                .containsPattern("    hide=TEXT +the half that is hidden")
                .containsPattern("    labels=.* +numbers of labelled examples")
                .containsPattern("  --seeds N +train with this many seeds");
    }

    @Test
    void mistakes_are_answered_all_at_once_with_what_would_be_right() {
        assertThat(gan.run("reproduce")).isEqualTo(2);
        assertThat(gan.err()).startsWith("gan: gan reproduce: name what to reproduce (known: ");
        assertThat(gan.run("reproduce", "theroy")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: theroy: unknown reproduction 'theroy', did you mean 'theory'?\n");
        assertThat(gan.run("reproduce", "theory", "men=2", "seed=1", "seed=2", "quick", "name=x"))
                .isEqualTo(2);
        assertThat(gan.err()).isEqualTo("""
            gan: seed=2: 'seed' is given twice
            gan: quick: what follows 'theory' is written key=value
            gan: name=x: unknown key 'name'
            gan: men=2: unknown key 'men', did you mean 'mean'?
            """);
        assertThat(gan.run("reproduce", "theory", "sd=0")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: sd=0: 'sd' must be between 0.3 and 3, not 0\n");
    }

    @Test
    void runs_and_seeds_are_for_reproductions_that_look_at_trained_nets() {
        assertThat(gan.run("reproduce", "theory", "--seeds", "2")).isEqualTo(2);
        assertThat(gan.err())
                .isEqualTo("gan: --seeds 2: theory does not look at trained nets, so it takes neither --run nor"
                        + " --seeds\n");
        assertThat(gan.run("reproduce", "table1", "--run", "none/such")).isEqualTo(2);
        assertThat(gan.err()).startsWith("gan: none/such: ");
        assertThat(gan.run("reproduce", "table1", "seed=4", "--seeds", "2")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: --seeds 2: is given with seed=…; give one of them\n");
        assertThat(gan.run("reproduce", "fig2", "recipe=ring")).isEqualTo(2);
        assertThat(gan.err()).contains("gan reproduce fig2 needs images").contains("dataset 'ring' has none");
        assertThat(gan.run("reproduce", "fig3", "recipe=fashion-mini", "--seeds", "2"))
                .isEqualTo(2);
        assertThat(gan.err()).contains("gan reproduce fig3 uses one run; 2 were given");
    }

    @Test
    void one_that_trains_what_it_looks_at_refuses_runs_and_settings_of_others() {
        assertThat(gan.run("reproduce", "d-first", "men=2")).isEqualTo(2);
        assertThat(gan.err()).startsWith("gan: men=2: is not a key of d-first").contains("mean, sd, updates");
        assertThat(gan.run("reproduce", "d-first", "updates=[5,1]")).isEqualTo(2);
        assertThat(gan.err()).startsWith("gan: updates=[5, 1]: numbers of updates ascend");
        assertThat(gan.run("reproduce", "d-first", "mean=2", "--dry-run")).isZero();
    }

    @Test
    void keys_that_are_not_its_own_are_settings_of_the_experiment() {
        assertThat(gan.run("reproduce", "table1", "recipe=fashion-mini", "steps=7", "loss=minimax", "--dry-run"))
                .isZero();
        assertThat(gan.out())
                .startsWith("# fashion-mini\n")
                .contains("\nsteps: 7\n")
                .contains("\nloss: minimax\n");
        assertThat(gan.run("reproduce", "table1", "stps=7", "--dry-run")).isEqualTo(2);
        assertThat(gan.err()).contains("unknown key 'stps', did you mean 'steps'?");
    }

    @Test
    void labels_and_halves_that_cannot_be_are_refused_before_anything_is_trained() {
        assertThat(gan.run("reproduce", "inpainting", "hide=middle")).isEqualTo(2);
        assertThat(gan.err()).contains("hide=middle").contains("bottom, top, left, right");
        assertThat(gan.run("reproduce", "semi-supervised", "labels=[100,105]", "recipe=fashion-mini"))
                .isEqualTo(2);
        assertThat(gan.err())
                .isEqualTo(
                        "gan: labels=[105]: as many of each of the 10 classes are drawn, two or more: a multiple of 10"
                                + " from 20 to 800, such as 110\n");
        assertThat(gan.run("reproduce", "semi-supervised", "recipe=ring")).isEqualTo(2);
        assertThat(gan.err()).contains("dataset 'ring' has none");
    }

    @Test
    void a_game_that_figure_1_cannot_tell_is_refused_before_it_is_played() {
        assertThat(gan.run("reproduce", "fig1", "prior.size=2")).isEqualTo(2);
        assertThat(gan.err()).contains("z is one number: prior.size=1; this prior draws 2");
        assertThat(gan.run("reproduce", "fig1", "dataset=ring")).isEqualTo(2);
        assertThat(gan.err()).contains("x is one number, as of gaussian-1d");
        assertThat(gan.run("reproduce", "fig1", "schedule=algorithm-1")).isEqualTo(2);
        assertThat(gan.err()).contains("needs the three changes of schedule=interrupted");
        assertThat(gan.run("reproduce", "fig1", "eval.every=300")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: eval.every: is 300 and must divide 500, where figure 1 has a panel\n");
        assertThat(gan.run("reproduce", "fig1", "steps=1700")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: steps: must be more than 1700, where joint training resumes\n");
    }
}
