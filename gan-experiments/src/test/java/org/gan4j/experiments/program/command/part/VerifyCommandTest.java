package org.gan4j.experiments.program.command.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.gan4j.experiments.plugins.PluginJar;
import org.gan4j.experiments.program.command.GanLine;
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
                .contains("ok      the value of the game at p = q (max over a of -L_D(real = a, fake = a)):"
                        + " -1.38629436\n")
                .doesNotContain("BROKEN")
                .endsWith("minimax keeps all 36 laws\n");
    }

    @Test
    void parameters_may_stand_in_parentheses() {
        assertThat(gan.run("verify", "loss", "lazy(of=blend(share=0.25))")).isZero();
        String inline = gan.out();
        assertThat(gan.run("verify", "loss", "lazy", "of=blend", "of.share=0.25"))
                .isZero();
        assertThat(gan.out()).isEqualTo(inline).contains("lazy keeps all ");
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
                .endsWith("summed breaks 1 of 21 laws\n");
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
                    .isEqualTo(!law.get("name").asText().equals("summed")
                            || !law.get("law").asText().endsWith("the number of real examples")
                            || law.get("law").asText().contains("generator"));
            assertThat(law.get("formula").asText()).isNotEmpty();
        }
    }

    @Test
    void every_point_that_has_laws_is_verified_at_once() throws Exception {
        assertThat(gan.run("verify", "--all", "--json")).as(gan.out()).isZero();
        assertThat(gan.err()).contains("left out: layer dense needs units; name it, with key=value\n");
        JsonNode laws = new ObjectMapper().readTree(gan.out()).get("laws");
        assertThat(laws.findValuesAsText("point"))
                .containsOnly("loss", "term", "layer", "initializer", "optimizer", "prior");
        assertThat(laws.findValuesAsText("name")).contains("minimax", "tanh", "glorot", "adam", "spherical");

        assertThat(gan.run("verify", "optimizer", "--all")).isZero();
        assertThat(gan.out()).contains("adam keeps all ", "sgd keeps all ").doesNotContain("minimax");
    }

    @Test
    void a_term_takes_parameters_and_its_own_laws_are_checked() {
        assertThat(gan.run("verify", "term", "gradient-penalty", "target=0", "--json"))
                .as(gan.err())
                .isZero();
        // With the target 0 and the weight 10 a slope of length 3 costs 10·3² = 90.
        assertThat(gan.out()).contains("\"name\":\"gradient-penalty\"", "\"point\":\"term\"", "\"expected\":90.0");
        assertThat(gan.run("verify", "term", "--all")).isZero();
        assertThat(gan.out()).contains("gradient-penalty keeps all ", "gradient-scale keeps all ", "r1 keeps all ");
    }

    @Test
    void a_term_of_a_plug_in_whose_value_is_no_number_breaks_a_law() {
        new PluginJar()
                .source(
                        "acme.Plug",
                        "public final class Plug extends org.gan4j.api.plugin.GanModule {\n"
                                + "@Override protected void configure() { term(\"wide\", Wide.class); } }")
                .source("acme.Wide", """
                    import java.util.List;
                    import org.gan4j.api.algebra.*;
                    import org.gan4j.api.train.*;
                    public record Wide() implements Term {
                        @Override public List<Player> players() { return List.of(Player.DISCRIMINATOR); }
                        @Override public double weight() { return 1; }
                        @Override public <T> Expr<T> value(Step<T> step) { return step.feed("real").square(); }
                    }
                    """)
                .service("acme.Plug")
                .write(folder.resolve("wide.jar"));
        assertThat(gan.run("verify", "term", "wide", "--plugins", folder.toString()))
                .isEqualTo(1);
        assertThat(gan.out()).contains("BROKEN  the term is one number for examples ");
    }

    @Test
    void a_layer_for_pictures_is_verified_on_pictures() {
        assertThat(gan.run("verify", "layer", "upsample")).as(gan.err()).isZero();
        assertThat(gan.run("verify", "layer", "upsample", "--input", "4")).isEqualTo(2);
        assertThat(gan.err()).startsWith("gan: layer upsample: it refuses its example; --input names another shape: ");
    }

    @Test
    void a_layer_takes_parameters_also_of_its_parts_and_an_example_of_its_shape() {
        assertThat(gan.run(
                        "verify", "layer", "dense", "units=3", "weights=uniform", "weights.range=0.1", "--input", "8"))
                .as(gan.err())
                .isZero();
        assertThat(gan.out()).endsWith("dense keeps all 7 laws\n");
        assertThat(gan.run("verify", "layer", "dense", "units=3", "--input", "8,2"))
                .isEqualTo(2);
        assertThat(gan.err())
                .startsWith("gan: layer dense: it refuses its example; --input names another shape:"
                        + " layer expects vectors [batch×width], got [batch×8×2]");
    }

    @Test
    void a_prior_of_a_plug_in_that_draws_another_shape_breaks_its_law() {
        new PluginJar()
                .source(
                        "acme.Plug",
                        "public final class Plug extends org.gan4j.api.plugin.GanModule {\n"
                                + "@Override protected void configure() { prior(\"longer\", Longer.class); } }")
                .source("acme.Longer", """
                    import org.gan4j.api.algebra.*;
                    public record Longer() implements org.gan4j.api.Prior {
                        @Override public Shape shape() { return Shape.of(2); }
                        @Override public <T> Expr<T> draw(Noise<T> noise) { return noise.normal(Shape.of(3)); }
                    }
                    """)
                .service("acme.Plug")
                .write(folder.resolve("longer.jar"));
        assertThat(gan.run("verify", "prior", "longer", "--plugins", folder.toString()))
                .isEqualTo(1);
        assertThat(gan.out())
                .contains("BROKEN  a batch has the declared shape\n")
                .endsWith("breaks 1 of 3 laws\n");
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
        assertThat(gan.err())
                .isEqualTo("gan: name what to verify: POINT NAME, POINT --all or --all;"
                        + " known: initializer, layer, loss, optimizer, prior, term\n");
        assertThat(gan.run("verify", "minimax")).isEqualTo(2);
        assertThat(gan.err())
                .isEqualTo("gan: minimax: name what to verify: POINT NAME, POINT --all or --all;"
                        + " did you mean 'loss minimax'?\n");
        assertThat(gan.run("verify", "prior", "gausian")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: gausian: unknown prior 'gausian', did you mean 'gaussian'?\n");
        assertThat(gan.run("verify", "loss")).isEqualTo(2);
        assertThat(gan.run("verify", "loss", "minimax", "--all")).isEqualTo(2);
        assertThat(gan.run("verify", "loss", "minmax")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: minmax: unknown loss 'minmax', did you mean 'minimax'?\n");
    }
}
