package org.gan4j.experiments.program.command.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.experiments.program.command.GanLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossesCommandTest {
    private static final double LOG_2 = Math.log(2);

    private final GanLine gan = new GanLine();

    private JsonNode json(String... arguments) throws Exception {
        assertThat(gan.run(arguments)).as(gan.err()).isZero();
        return new ObjectMapper().readTree(gan.out());
    }

    private static double number(JsonNode document, String field, int i) {
        return document.get(field).get(i).asDouble();
    }

    @Test
    void all_losses_are_listed_with_their_purpose() {
        assertThat(gan.run("losses")).isZero();
        assertThat(gan.out())
                .containsPattern("(?m)^  minimax +both players at odds over one value")
                .containsPattern("(?m)^  non-saturating +the generator maximises log D")
                .containsPattern("(?m)^  blend +a mix");
    }

    @Test
    void one_loss_is_shown_with_formulas_parameters_source_and_a_table() {
        assertThat(gan.run("losses", "minimax")).isZero();
        assertThat(gan.out())
                .contains("  L_D = mean(softplus(-real)) + mean(softplus(fake))\n  L_G = -mean(softplus(fake))\n")
                .contains("  discriminatorScale (double, at least 0, default 1): factor of L_D")
                .contains("Source: Goodfellow et al. 2014, arXiv:1406.2661, equation 1\n")
                // At a = 0 against 0: L_D = 2·log 2 with slopes ∓1/2, L_G = -log 2 with slope -1/2.
                .containsPattern("\n"
                        + " +0 +0\\.500000 +1\\.386294 +-0\\.500000 +1\\.386294 +0\\.500000 +-0\\.693147"
                        + " +-0\\.500000\n");
    }

    @Test
    void one_loss_is_shown_with_its_optimum_and_a_plot_of_its_slopes() {
        assertThat(gan.run("losses", "minimax")).isZero();
        assertThat(gan.out())
                .contains("Optimum: D* = p / (p + q); L_G then falls with 2·JSD(p ‖ q), which is 0 at q = p\n")
                // At a = -8 the slopes are D - 1 = -0.9997, D = 0.0003 and -D = -0.0003; at a = 8 they are -0.0003,
                // 0.9997 and -0.9997. Curves that meet are an asterisk.
                .containsPattern("\n  1\\.0 \\| {30,}f+\n")
                .containsPattern("\n    0 \\|\\*+-+.*-r+\n")
                .containsPattern("\n -1\\.0 \\|r+ +g+\n")
                .containsPattern("\n {6}-8 +-4 +0 +4 +8\n");
    }

    @Test
    void a_logit_that_is_no_probability_has_no_column_of_d() {
        assertThat(gan.run("losses", "wasserstein")).isZero();
        // L_D = fake - real and L_G = -fake: at a = 1 against 0 they are -1, 1 and -1, with the slopes -1, 1 and -1.
        assertThat(gan.out())
                .doesNotContain("D = sigmoid(a)")
                .containsPattern("\n +1 +-1\\.000000 +-1\\.000000 +1\\.000000 +1\\.000000 +-1\\.000000 +-1\\.000000\n");
    }

    @Test
    void every_built_in_loss_states_its_family_its_optimum_and_its_source() throws Exception {
        for (JsonNode loss : json("losses", "--json").get("losses")) {
            if (loss.get("plugin").asText().equals("org.gan4j.losses.LossesModule")) {
                for (String stated : List.of("family", "optimum", "source")) {
                    assertThat(loss.get(stated).asText())
                            .as(stated + " of " + loss.get("name").asText())
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void losses_are_listed_by_family() throws Exception {
        assertThat(gan.run("losses")).isZero();
        assertThat(gan.out()).startsWith("Classic\n  blend ");
        JsonNode document = json("losses", "blend", "--json");
        assertThat(document.get("family").asText()).isEqualTo("Classic");
        assertThat(document.get("optimum").asText()).contains("for every share");
    }

    @Test
    void slopes_are_drawn_into_a_folder_that_is_made(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("new").resolve("slopes.svg");
        assertThat(gan.run("losses", "minimax", "--out", file.toString()))
                .as(gan.err())
                .isZero();
        assertThat(file)
                .content()
                .startsWith("<svg xmlns=")
                .contains("L_G by a generated one")
                .endsWith("</svg>\n");
        assertThat(gan.run("losses", "minimax", "--out", "slopes.png")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: --out slopes.png: the file's name must end in .svg\n");
        assertThat(gan.run("losses", "--out", "slopes.svg")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: --out slopes.svg: draws one loss; name it\n");
        assertThat(gan.run("losses", "minimax", "--out", "/proc/none/slopes.svg"))
                .isEqualTo(2);
        assertThat(gan.err()).startsWith("gan: --out /proc/none/slopes.svg: cannot be written: ");
    }

    @Test
    void parameters_may_stand_in_parentheses() throws Exception {
        assertThat(json("losses", "blend(share=0)", "--json").get("formula"))
                .isEqualTo(json("losses", "blend", "share=0", "--json").get("formula"));
    }

    @Test
    void the_document_describes_the_loss() throws Exception {
        JsonNode document = json("losses", "blend", "--json");
        assertThat(document.get("name").asText()).isEqualTo("blend");
        assertThat(document.get("formula").get("discriminator").asText())
                .isEqualTo("mean(softplus(-real)) + mean(softplus(fake))");
        assertThat(document.get("formula").get("generator").asText())
                .isEqualTo("0.5·mean(softplus(-fake)) - 0.5·mean(softplus(fake))");
        JsonNode share = document.get("parameters").get(0);
        assertThat(share.get("name").asText()).isEqualTo("share");
        assertThat(share.get("type").asText()).isEqualTo("double");
        assertThat(share.get("default").asText()).isEqualTo("0.5");
        assertThat(share.get("doc").asText()).contains("0 is minimax");
        assertThat(document.get("source").asText()).contains("blend_obj");
        assertThat(document.get("plugin").asText()).isEqualTo("org.gan4j.losses.LossesModule");
        assertThat(document.has("logit")).isFalse();
    }

    @Test
    void values_and_slopes_at_logits() throws Exception {
        JsonNode document = json("losses", "minimax", "--at", "-1000,0", "--json");
        assertThat(number(document, "logit", 0)).isEqualTo(-1000);
        // A real example of logit -1000 costs softplus(1000) = 1000, besides log 2 for the generated one at 0.
        assertThat(number(document, "discriminatorReal", 0)).isCloseTo(1000 + LOG_2, within(1e-9));
        assertThat(number(document, "discriminatorRealSlope", 0)).isCloseTo(-1, within(1e-12));
        assertThat(number(document, "discriminatorFake", 0)).isCloseTo(LOG_2, within(1e-12));
        assertThat(number(document, "discriminatorFakeSlope", 0)).isCloseTo(0, within(1e-12));
        assertThat(number(document, "generator", 1)).isCloseTo(-LOG_2, within(1e-12));
        assertThat(number(document, "generatorSlope", 1)).isCloseTo(-0.5, within(1e-12));
    }

    @Test
    void the_other_side_is_held_at_a_logit() throws Exception {
        JsonNode document = json("losses", "non-saturating", "--at", "0", "--against", "1000", "--json");
        // Real at 0 costs log 2, generated at 1000 costs 1000; generated at 0 costs log 2, real at 1000 nothing.
        assertThat(number(document, "discriminatorReal", 0)).isCloseTo(1000 + LOG_2, within(1e-9));
        assertThat(number(document, "discriminatorFake", 0)).isCloseTo(LOG_2, within(1e-12));
    }

    @Test
    void parameters_are_given_as_settings() throws Exception {
        assertThat(json("losses", "minimax", "discriminatorScale=0.5", "--json")
                        .get("formula")
                        .get("discriminator")
                        .asText())
                .startsWith("0.5·(");
    }

    @Test
    void without_a_name_the_document_lists_all() throws Exception {
        JsonNode losses = json("losses", "--json", "--at", "1").get("losses");
        assertThat(losses.findValuesAsText("name")).contains("minimax", "non-saturating", "blend");
        assertThat(losses.get(0).get("generatorSlope").size()).isEqualTo(1);
    }

    @Test
    void mistakes_are_answered_with_what_would_be_right() {
        assertThat(gan.run("losses", "minmax")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: minmax: unknown loss 'minmax', did you mean 'minimax'?\n");
        assertThat(gan.run("losses", "minimax", "blend")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: blend: one loss at a time; parameters are written key=value\n");
        assertThat(gan.run("losses", "blend", "share=2")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: share=2: 'loss.share' must be between 0 and 1, not 2\n");
        assertThat(gan.run("losses", "minimax", "--at", "0,x")).isEqualTo(2);
        assertThat(gan.err()).isEqualTo("gan: --at: 'at' takes a number, not 'x'\n");
    }
}
