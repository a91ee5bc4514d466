package org.gan4j.experiments.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReproduceCommandTest {
    private final GanLine gan = new GanLine();

    @Test
    void help_names_what_can_be_reproduced_with_its_keys() {
        assertThat(gan.run("reproduce", "--help")).isZero();
        assertThat(gan.out())
                .contains("  theory    each statement of the theory, expected and measured")
                .contains("    mean=N  mean of the generated distribution (at least -4; at most 4; default 1)\n");
    }

    @Test
    void mistakes_are_answered_all_at_once_with_what_would_be_right() {
        assertThat(gan.run("reproduce")).isEqualTo(2);
        assertThat(gan.err()).startsWith("gan: gan reproduce: say what to reproduce (known: ");
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
}
