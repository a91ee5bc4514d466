package org.gan4j.experiments.program.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.part.Param;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.registry.Extensions;
import org.gan4j.registry.Plugin;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    @Usage(
            value = "draw examples",
            arguments = "RUN",
            examples = {"gan draw runs/ring/one --count 4"})
    record Draw(
            @Param(value = "16", min = 1, doc = "how many") int count,
            @Param(value = "''", doc = "where to") Path out,
            @Param(value = "[]", doc = "logits") List<Double> at,
            @Param(value = "false", doc = "say more") boolean verbose,

            @Param(value = "false", doc = "keep the old file")
            boolean keepOld)
            implements Command {
        @Override
        public int run(Context context) {
            context.print(toString());
            context.print(context.arguments() + " json=" + context.json() + " dry=" + context.dryRun());
            context.note("a remark");
            context.result(Map.of("count", count, "at", at, "bound", Double.NaN, "more", new float[] {1, 1f / 0}));
            return 0;
        }
    }

    @Usage("fail in a way")
    record Fail(@Param(value = "none", doc = "how") String how) implements Command {
        @Override
        public int run(Context context) {
            switch (how) {
                case "work" -> throw new WorkFailed("no source had it:\n  mirror: timed out");
                case "input" -> {
                    Problems problems = new Problems();
                    problems.add("a.yaml:1:2", "unknown key 'x'");
                    problems.add("seed=z", "not a number");
                    problems.throwIfAny();
                }
                case "bug" -> throw new IllegalStateException("boom");
                default -> {}
            }
            return 1;
        }
    }

    private static final class TestModule extends GanModule {
        @Override
        protected void configure() {
            command("draw", Draw.class);
            command("fail", Fail.class);
        }
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int gan(String... arguments) {
        Extensions extensions = Extensions.of(List.of(new Plugin(new TestModule())), List.of(), List.of());
        return Gan.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                List.of(arguments),
                options -> extensions);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void options_become_the_components_of_the_record_and_the_rest_are_arguments() {
        int code =
                gan("draw", "run1", "--count", "4", "--at=-1,0.5", "--at", "-2", "loss=a,b", "-v", "--keep-old", "-3");

        assertThat(code).isZero();
        assertThat(out()).isEqualTo("""
            Draw[count=4, out=, at=[-1.0, 0.5, -2.0], verbose=true, keepOld=true]
            [run1, loss=a,b, -3] json=false dry=false
            """);
        assertThat(err()).isEqualTo("a remark\n");
    }

    @Test
    void common_options_may_stand_anywhere() {
        assertThat(gan("--quiet", "draw", "--dry-run", "run1", "--", "--json")).isZero();

        assertThat(out()).contains("[run1, --json] json=false dry=true").contains("count=16");
        assertThat(err()).isEmpty();
    }

    @Test
    void json_prints_one_document_and_null_for_numbers_that_are_not_finite() {
        assertThat(gan("draw", "--json", "--at", "[1,2]")).isZero();

        assertThat(out()).isEqualTo("{\"at\":[1.0,2.0],\"bound\":null,\"count\":16,\"more\":[1.0,null]}\n");
    }

    @Test
    void all_mistakes_in_options_come_at_once_with_the_nearest_name() {
        assertThat(gan("draw", "--count", "0", "--coutn", "4", "--quiet=3", "--keep-old=no"))
                .isEqualTo(2);

        assertThat(out()).isEmpty();
        assertThat(err().lines())
                .containsExactly(
                        "gan: --count: 'count' must be at least 1, not 0",
                        "gan: --coutn: unknown option, did you mean '--count'?",
                        "gan: --quiet=3: this option takes no value",
                        "gan: --keep-old=no: this option takes no value");
    }

    @Test
    void an_option_without_its_value_and_an_option_given_twice_are_mistakes() {
        assertThat(gan("draw", "--out")).isEqualTo(2);
        assertThat(gan("draw", "--count", "1", "--count", "2")).isEqualTo(2);

        assertThat(err().lines())
                .containsExactly(
                        "gan: --out: a value is missing",
                        "gan: --count: this option is given 2 times, but takes one value");
    }

    @Test
    void an_unknown_command_is_answered_with_the_nearest_one() {
        assertThat(gan("darw")).isEqualTo(2);
        assertThat(gan("--count", "3")).isEqualTo(2);

        assertThat(err().lines())
                .containsExactly(
                        "gan: darw: unknown command, did you mean 'draw'?",
                        "gan: --count: unknown option, known: --dry-run, --help, --json, --module, --plugins, --quiet,"
                                + " --version, -h; the options of a command come after its name");
    }

    @Test
    void failures_are_lines_and_exit_codes() throws IOException {
        assertThat(gan("fail")).isEqualTo(1);
        assertThat(gan("fail", "--how", "work")).isEqualTo(1);
        assertThat(gan("fail", "--how", "input")).isEqualTo(2);
        assertThat(gan("fail", "--how", "bug")).isEqualTo(1);

        assertThat(out()).isEmpty();
        Path report = Path.of(
                System.getProperty("java.io.tmpdir"),
                "gan-error-" + ProcessHandle.current().pid() + ".txt");
        assertThat(err().lines())
                .containsExactly(
                        "gan: no source had it: mirror: timed out",
                        "gan: a.yaml:1:2: unknown key 'x'",
                        "gan: seed=z: not a number",
                        "gan: internal error: java.lang.IllegalStateException: boom"
                                + " (please report; GAN_DEBUG=1 shows the stack)",
                        "gan: what a report needs stands in " + report);
        assertThat(report)
                .content()
                .contains("run: none was going on", "arguments: [fail, --how, bug]", "boom", "DispatcherTest");
        Files.delete(report);
    }

    @Test
    void the_report_of_an_internal_error_shows_no_login() throws IOException {
        gan("fail", "--how", "bug", "http://bob:s3cret@host/x");
        Path report = Path.of(
                System.getProperty("java.io.tmpdir"),
                "gan-error-" + ProcessHandle.current().pid() + ".txt");
        assertThat(report).content().contains("http://host/x").doesNotContain("s3cret", "bob");
        Files.delete(report);
    }

    @Test
    void help_is_a_command_too() {
        gan("draw", "--help");
        String help = out();
        assertThat(gan("help", "draw")).isZero();
        assertThat(out()).isEqualTo(help + help);
        assertThat(gan("help")).isZero();
        assertThat(out()).contains("Usage: gan COMMAND");
        assertThat(gan("help", "darw")).isEqualTo(2);
        assertThat(err()).contains("gan: darw: unknown command, did you mean 'draw'?");
    }

    @Test
    void help_of_a_command_shows_its_options_with_defaults_and_examples() {
        assertThat(gan("draw", "--help")).isZero();

        assertThat(out().lines())
                .startsWith(
                        "gan draw: draw examples",
                        "",
                        "Usage: gan draw RUN [option...]",
                        "",
                        "Options:",
                        "  --count N      how many (at least 1; default 16)",
                        "  --out PATH     where to",
                        "  --at N         logits (may be repeated)",
                        "  -v, --verbose  say more",
                        "  --keep-old     keep the old file",
                        "")
                .endsWith("Examples:", "  gan draw runs/ring/one --count 4");
    }

    @Test
    void without_arguments_the_three_uses_are_taught_in_ten_lines() {
        assertThat(gan()).isZero();

        assertThat(out().lines()).hasSize(10);
        assertThat(out())
                .contains(
                        "Swap components", "Compare loss variants", "Track runs in the MLflow UI", "gan --help lists");
    }

    @Test
    void help_of_the_program_lists_all_commands() {
        assertThat(gan("--help")).isZero();

        assertThat(out()).contains("Commands:\n  draw  draw examples\n  fail  fail in a way\n");
    }

    @Test
    void help_and_version_are_documents_too() {
        gan("draw", "--help", "--json");
        gan("--version", "--json");

        assertThat(out()).contains("\"name\":\"--keep-old\"").contains("{\"version\":");
    }
}
