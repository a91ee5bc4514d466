package org.gan4j.experiments.program.command.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.digest.Digest;
import org.gan4j.experiments.plugins.PluginJar;
import org.gan4j.experiments.program.command.GanLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows a module in a jar outside of the class path from command line to recorded experiment and back. */
class SwapLineTest {
    @TempDir
    Path folder;

    private final GanLine gan = new GanLine();

    private Path jar(String name, int size) {
        return new PluginJar()
                .source("acme.Swap", """
                    import org.gan4j.api.*;
                    public final class Swap extends org.gan4j.api.plugin.GanModule {
                        @Override protected void configure() {
                            bind(Prior.class).toInstance(new Narrow(%d));
                            bind(Loss.class).to(Linear.class);
                        }
                    }
                    """.formatted(size))
                .source("acme.Narrow", """
                    import org.gan4j.api.algebra.*;
                    public record Narrow(int size) implements org.gan4j.api.Prior {
                        @Override public Shape shape() { return Shape.of(size); }
                        @Override public <T> Expr<T> draw(Noise<T> noise) { return noise.normal(shape()); }
                    }
                    """)
                .source("acme.Linear", """
                    import org.gan4j.api.*;
                    import org.gan4j.api.algebra.Expr;
                    public final class Linear implements Loss {
                        @Override public <T> Expr<T> discriminator(Scores<T> d) {
                            return d.fake().mean().minus(d.real().mean());
                        }
                        @Override public <T> Expr<T> generator(Scores<T> d) { return d.fake().mean().negate(); }
                    }
                    """)
                .write(folder.resolve(name).resolve("swap.jar"));
    }

    private String plugins(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void the_classes_and_the_jar_stand_in_the_experiment() throws IOException {
        Path jar = jar("plugins", 5);

        int code = gan.run("recipes", "ring", "--plugins", plugins("plugins"), "--module", "acme.Swap");

        assertThat(gan.err()).isEmpty();
        assertThat(code).isZero();
        assertThat(gan.out())
                .contains("prior: acme.Narrow\nprior.jar: " + Digest.sha256(jar) + "\n")
                .contains("prior.module: acme.Swap\nprior.size: 5\n")
                .contains("loss: acme.Linear\n")
                .contains("modules: [acme.Swap]\n");
    }

    @Test
    void the_recorded_experiment_needs_the_same_module_from_the_same_jar() throws IOException {
        jar("plugins", 5);
        gan.run("recipes", "ring", "--plugins", plugins("plugins"), "--module", "acme.Swap");
        String recorded =
                Files.writeString(folder.resolve("experiment.yaml"), gan.out()).toString();

        assertThat(gan.run("recipes", recorded, "--plugins", plugins("plugins")))
                .isZero();
        assertThat(gan.run("recipes", recorded, "--plugins", plugins("plugins"), "--module", "acme.Swap"))
                .isZero();

        assertThat(gan.run("recipes", recorded)).isEqualTo(2);
        assertThat(gan.err()).contains("there is no class acme.Swap, neither on the class path nor in plugins/");

        jar("other", 6);
        assertThat(gan.run("recipes", recorded, "--plugins", plugins("other"))).isEqualTo(2);
        assertThat(gan.err())
                .contains("'prior.size' was 5 when this was recorded, and module acme.Swap now gives 6")
                .contains("'prior.jar' was ")
                .contains("'loss.jar' was ");
    }

    @Test
    void a_setting_for_a_swapped_part_is_a_contradiction() {
        jar("plugins", 5);

        int code = gan.run("recipes", "ring", "loss=minimax", "--plugins", plugins("plugins"), "--module", "acme.Swap");

        assertThat(code).isEqualTo(2);
        assertThat(gan.err())
                .isEqualTo("gan: loss=minimax: the loss is bound by module acme.Swap; drop one of the two\n");
    }

    @Test
    void a_module_that_changes_nothing_is_a_mistake() {
        new PluginJar()
                .source("acme.Idle", "public final class Idle extends com.google.inject.AbstractModule {}")
                .write(folder.resolve("plugins/idle.jar"));

        assertThat(gan.run("recipes", "--plugins", plugins("plugins"), "--module", "acme.Idle"))
                .isEqualTo(2);
        assertThat(gan.err())
                .startsWith("gan: --module acme.Idle: it changes no part: bind at least one of Generator, ");
        assertThat(gan.run("recipes", "--plugins", plugins("plugins"), "--module", "acme.Idel"))
                .isEqualTo(2);
        assertThat(gan.err())
                .isEqualTo("gan: --module acme.Idel: there is no class acme.Idel, did you mean 'acme.Idle'?\n");
    }
}
