package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.experiments.plugins.BrokenJars;
import org.gan4j.experiments.plugins.PluginJar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first use: a module from a jar of one's own, outside the class path, swaps the prior and the loss. */
class SwapIT {
    private static final String MODULE = "lab.Swap";

    @TempDir
    Path folder;

    private Program gan;

    @BeforeEach
    void aJarOfOnesOwn() {
        gan = Program.in(folder);
        new PluginJar()
                .source("lab.Narrow", """
                        import org.gan4j.api.*;
                        import org.gan4j.api.algebra.*;

                        public record Narrow(int size) implements Prior {
                            @Override public Shape shape() { return Shape.of(size); }
                            @Override public <T> Expr<T> draw(Noise<T> noise) { return noise.normal(shape()).times(0.5); }
                        }
                        """)
                .source("lab.Quadratic", """
                        import org.gan4j.api.*;
                        import org.gan4j.api.algebra.*;

                        public record Quadratic() implements Loss {
                            @Override public <T> Expr<T> discriminator(Scores<T> d) {
                                return d.real().minus(1).square().mean().plus(d.fake().square().mean());
                            }
                            @Override public <T> Expr<T> generator(Scores<T> d) { return d.fake().minus(1).square().mean(); }
                        }
                        """)
                .source(MODULE, """
                        import org.gan4j.api.*;

                        public final class Swap extends org.gan4j.api.plugin.GanModule {
                            @Override protected void configure() {
                                bind(Prior.class).toInstance(new Narrow(8));
                                bind(Loss.class).to(Quadratic.class);
                            }
                        }
                        """)
                .source("lab.Nothing", """
                        public final class Nothing extends org.gan4j.api.plugin.GanModule {}
                        """)
                .write(folder.resolve("mine/lab.jar"));
    }

    @Test
    void the_swapped_classes_stand_in_the_record_and_the_hash_and_resume_needs_the_module() throws IOException {
        String[] plain = {"train", "ring", "steps=30", "eval.every=0", "--json"};
        JsonNode house = gan.run(plain).succeeded().json();
        JsonNode swapped = gan.run(
                        "train", "ring", "steps=30", "eval.every=0", "--json", "--plugins", "mine", "--module", MODULE)
                .succeeded()
                .json();

        JsonNode record = record(swapped);
        assertThat(record.at("/settings/prior").asText()).isEqualTo("lab.Narrow");
        assertThat(record.at("/settings/prior.module").asText()).isEqualTo(MODULE);
        assertThat(record.at("/settings/prior.jar").asText()).hasSize(64);
        assertThat(record.at("/settings/loss").asText()).isEqualTo("lab.Quadratic");
        assertThat(record.at("/hash").asText())
                .isNotEqualTo(record(house).at("/hash").asText());
        assertThat(swapped.at("/weights").asText())
                .isNotEqualTo(house.at("/weights").asText());

        Program.Result without = gan.run("resume", swapped.at("/run").asText());
        assertThat(without.code()).as(without.err()).isEqualTo(2);
        assertThat(without.err()).contains(MODULE);

        Program.Result with =
                gan.run("resume", swapped.at("/run").asText(), "--plugins", "mine", "--module", MODULE, "--json");
        assertThat(with.succeeded().json().at("/weights")).isEqualTo(swapped.at("/weights"));
    }

    @Test
    void a_module_that_changes_nothing_is_an_error() {
        Program.Result result = gan.run("train", "ring", "steps=1", "--plugins", "mine", "--module", "lab.Nothing");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("lab.Nothing").contains("changes no part");
    }

    @Test
    void broken_jars_beside_it_cost_a_line_each_and_nothing_else() throws IOException {
        new BrokenJars(folder.resolve("mine")).writeAll();

        Program.Result result =
                gan.run("train", "ring", "steps=10", "eval.every=0", "--plugins", "mine", "--module", MODULE);

        assertThat(result.succeeded().err().lines().filter(line -> line.contains("not loaded: ")))
                .hasSizeGreaterThan(12)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_grid_may_use_the_module_too() {
        JsonNode comparison = gan.run(
                        "compare",
                        "ring",
                        "optimizer.rate=0.001,0.0001",
                        "seed=1,2",
                        "steps=20",
                        "eval.every=0",
                        "--json",
                        "--plugins",
                        "mine",
                        "--module",
                        MODULE)
                .succeeded()
                .json();

        assertThat(comparison.at("/runs")).hasSize(4);
    }

    private JsonNode record(JsonNode outcome) throws IOException {
        Path run = folder.resolve(outcome.at("/run").asText());
        return new ObjectMapper().readTree(Files.readString(run.resolve("run.json")));
    }
}
