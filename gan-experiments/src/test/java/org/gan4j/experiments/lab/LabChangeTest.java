package org.gan4j.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.run.Progress;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that are changed from the page, with a backend whose one weight is its seed and the steps made. */
class LabChangeTest {
    private static final LocalRunner RUNNER =
            Extensions.onClassPath().instance(LocalRunner.class).reportingTo(Progress.none());

    private LabServer server;
    private LabRequests requests;

    @BeforeEach
    void start() throws IOException {
        server = LabMenus.serve(RUNNER, List.of("ring"), LabMenus.fake("loss=minimax,hinge"));
        requests = new LabRequests(URI.create(server.address()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_change_goes_on_at_the_same_step_and_is_told() throws IOException {
        requests.post("advance", "steps=3");

        JsonNode frame = json(requests.post("change", "optimizer.rate=0.25\nbatch=64"));

        assertThat(frame.get("step").asLong()).isEqualTo(3);
        assertThat(frame.get("arms"))
                .hasSize(2)
                .allSatisfy(
                        arm -> assertThat(arm.get("byHand").get(0).asText())
                                .isEqualTo(
                                        "at step 3: batch from 256 to 64, optimizer.rate from 0.0005 to 0.25; the fake’s mood began anew"));
        JsonNode arm = json(requests.get("lab")).get("arms").get(1);
        assertThat(arm.get("settings").get("optimizer.rate").asText()).isEqualTo("0.25");
        assertThat(json(requests.post("advance", "steps=2")).get("step").asLong())
                .isEqualTo(5);
    }

    @Test
    void a_loss_can_be_changed_in_one_arm() throws IOException {
        JsonNode frame = json(requests.post("change", "1:loss=non-saturating"));

        assertThat(frame.get("arms").get(0).get("byHand").get(0).asText()).startsWith("at step 0: ;");
        assertThat(frame.get("arms").get(1).get("byHand").get(0).asText())
                .startsWith("at step 0: loss from hinge to non-saturating");
    }

    @Test
    void a_recipe_after_a_change_has_the_settings_and_says_that_they_came_late() throws IOException {
        requests.post("advance", "steps=3");
        requests.post("change", "optimizer.rate=0.25");

        assertThat(requests.get("recipe/0").body())
                .startsWith(
                        "# From step 0 this file comes to other weights than the lab did. In the lab this was done by hand:\n"
                                + "#   at step 3: optimizer.rate from 0.0005 to 0.25")
                .contains("optimizer.rate: 0.25\n");

        requests.post("restart", "");
        assertThat(requests.get("recipe/0").body()).doesNotContain("by hand").contains("optimizer.rate: 0.25\n");
    }

    @Test
    void the_lab_begins_at_step_0_with_other_settings_and_another_number_of_arms() throws IOException {
        requests.post("advance", "steps=3");

        JsonNode frame = json(requests.post("anew", "arms=1\n0:loss=least-squares\ndataset=gaussian-1d"));

        assertThat(frame.get("step").asLong()).isZero();
        assertThat(frame.get("arms")).hasSize(1);
        assertThat(json(requests.get("lab")).get("scene").get("kind").asText()).isEqualTo("LINE");
        assertThat(json(requests.post("anew", "arms=2\n1:loss=hinge")).get("arms"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "loss",
                "=hinge",
                "loss=hing",
                "2:loss=hinge",
                "0:batch=64",
                "arms=3",
                "arms=1\n",
                "batch=-1",
                "batch=1e3",
                "steps=5",
                "runs=/tmp",
                "backend=tensorflow",
                "optimizer.rate=NaN",
                "optimizer.rate=",
                "optimizer.rate=0.1\r\n",
                "generator.hidden=[64",
                "dataset=points",
                "loss={name: }",
                "{\"loss\": \"hinge\"}",
                "loss=hinge&batch=3",
                "\u0000=\u0001",
                "loss=\u202ehinge"
            })
    void a_malformed_change_is_refused_and_changes_nothing(String message) throws IOException {
        requests.post("advance", "steps=3");
        String before = requests.get("lab").body();

        for (String what : List.of("change", "anew")) {
            LabRequests.Reply reply = requests.post(what, message);

            assertThat(reply.status()).as(what + ": " + reply.body()).isEqualTo(400);
            assertThat(reply.body()).isNotBlank().doesNotContain("Exception");
            assertThat(requests.get("lab").body()).isEqualTo(before);
            assertThat(json(requests.post("advance", "steps=0")).get("step").asLong())
                    .isEqualTo(3);
        }
    }

    @Test
    void a_message_that_is_too_long_or_has_too_many_lines_is_refused() throws IOException {
        assertThat(requests.post("change", "loss=" + "x".repeat(501)).status()).isEqualTo(400);
        assertThat(requests.post("change", "batch=64\n".repeat(70) + "batch=64").status())
                .isEqualTo(400);
        assertThat(requests.post("change", "loss=" + "x".repeat(40_000)).status())
                .isEqualTo(413);
    }

    @Test
    void two_arms_become_one_at_step_0_alone() throws IOException {
        LabRequests.Reply reply = requests.post("change", "arms=1");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("begins at step 0");
    }

    private static JsonNode json(LabRequests.Reply reply) throws IOException {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return new ObjectMapper().readTree(reply.body());
    }
}
