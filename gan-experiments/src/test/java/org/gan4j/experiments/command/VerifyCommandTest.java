package org.gan4j.experiments.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.gan4j.experiments.plugins.PluginJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    @TempDir
    Path folder;

    private final GanLine gan = new GanLine();

    /** A jar whose loss adds up the real side where it should take the mean. */
    private void wrongLoss() {
        new PluginJar()
                .source(
                        "acme.Plug",
                        "public final class Plug extends org.gan4j.api.plugin.GanModule {\n"
                                + "@Override protected void configure() { loss(\"summed\", Summed.class); } }")
                .source("acme.Summed", """
                        import org.gan4j.api.*;
                        import org.gan4j.api.algebra.*;
                        public record Summed() implements Loss {
                            @Override public <T> Expr<T> discriminator(Scores<T> d) {
                                return d.real().negate().softplus().sum().plus(d.fake().softplus().mean());
                            }
                            @Override public <T> Expr<T> generator(Scores<T> d) {
                                return d.fake().negate().softplus().mean();
                            }
                        }
                        """)
                .service("acme.Plug")
                .write(folder.resolve("wrong.jar"));
    }

    @Test
    void a_right_loss_keeps_its_laws_and_each_is_told() {
        assertThat(gan.run("verify", "loss", "minimax")).isZero();
        assertThat(gan.out())
                .contains(
                        "ok      the value of the game at p = q (max over a of -L_D(real = a, fake = a)): -1.38629436\n")
                .doesNotContain("BROKEN")
                .endsWith("minimax keeps all 33 laws\n");
    }

    @Test
    void all_losses_at_once() {
        assertThat(gan.run("verify", "loss", "--all")).isZero();
        assertThat(gan.out()).contains("blend keeps all ", "minimax keeps all ", "non-saturating keeps all ");
    }

    @Test
    void a_wrong_loss_of_a_plug_in_is_exit_code_1_and_the_law_is_named() {
        wrongLoss();
        assertThat(gan.run("verify", "loss", "summed", "--plugins", folder.toString()))
                .isEqualTo(1);
        assertThat(gan.out())
                .contains("BROKEN  the discriminator's objective does not depend on the number of real examples\n"
                        + "        L_D with each real logit twice: expected ")
                .endsWith("summed breaks 1 of 18 laws\n");
    }

    @Test
    void the_document_lists_every_law() throws Exception {
        wrongLoss();
        assertThat(gan.run("verify", "loss", "--all", "--json", "--plugins", folder.toString()))
                .isEqualTo(1);
        JsonNode document = new ObjectMapper().readTree(gan.out());
        assertThat(document.get("passed").asBoolean()).isFalse();
        for (JsonNode law : document.get("laws")) {
            boolean within = Math.abs(
                            law.get("expected").asDouble() - law.get("measured").asDouble())
                    <= law.get("tolerance").asDouble();
            assertThat(law.get("passed").asBoolean())
                    .as(law.get("law").asText())
                    .isEqualTo(within);
            assertThat(within)
                    .isEqualTo(!law.get("loss").asText().equals("summed")
                            || !law.get("law").asText().endsWith("the number of real examples")
                            || law.get("law").asText().contains("generator"));
            assertThat(law.get("formula").asText()).isNotEmpty();
        }
    }

    @Test
    void other_parameters_are_verified_as_well() {
        assertThat(gan.run("verify", "loss", "blend", "share=0.1", "discriminatorScale=0.5"))
                .isZero();
        assertThat(gan.out()).contains("(max over a of -L_D(real = a, fake = a)): -0.693147181\n");
    }

    @Test
    void mistakes_are_answered_with_what_would_be_right() {
        assertThat(gan.run("verify")).isEqualTo(2);
        assertThat(gan.err()).startsWith("gan: say what to verify: loss NAME, or loss --all (known: blend, minimax, ");
        assertThat(gan.run("verify", "minimax")).isEqualTo(2);
        assertThat(gan.err())
                .startsWith("gan: minimax: say what to verify: loss NAME, or loss --all (did you mean 'minimax'?)");
        assertThat(gan.run("verify", "loss")).isEqualTo(2);
        assertThat(gan.run("verify", "loss", "minimax", "--all")).isEqualTo(2);
        assertThat(gan.run("verify", "loss", "minmax")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: minmax: unknown loss 'minmax', did you mean 'minimax'?\n");
    }
}
