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

/** How a page leaves one situation for another, with a backend that trains at once. */
class LabMenuTest {
    private static final LocalRunner RUNNER =
            Extensions.onClassPath().instance(LocalRunner.class).reportingTo(Progress.none());

    private LabServer server;
    private LabRequests requests;

    @BeforeEach
    void start() throws IOException {
        server = LabMenus.serve(RUNNER, List.of("ring", "gaussian-1d", "absent"), LabMenus.fake("loss=minimax,hinge"));
        requests = new LabRequests(URI.create(server.address()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void another_situation_begins_at_step_0() throws IOException {
        requests.post("advance", "steps=3");
        assertThat(json(requests.get("menu")).get("present").asInt()).isZero();

        assertThat(step(requests.post("begin", "situation=1"))).isZero();

        JsonNode menu = json(requests.get("menu"));
        assertThat(menu.get("present").asInt()).isEqualTo(1);
        assertThat(menu.get("situations")).hasSize(3);
        assertThat(menu.get("situations").get(1).get("purpose").asText()).isEqualTo("the purpose of gaussian-1d");
        assertThat(json(requests.get("lab")).get("experiment").asText()).isEqualTo("gaussian-1d");
        assertThat(step(requests.post("advance", "steps=2"))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "situation",
                "situation=",
                "situation=3",
                "situation=-1",
                "situation=1.0",
                "situation=99999",
                " situation=1",
                "situation=1\n",
                "situation=1&situation=1",
                "situation=ring",
                "{}"
            })
    void a_situation_that_is_not_offered_is_refused_and_changes_nothing(String message) throws IOException {
        requests.post("advance", "steps=3");

        LabRequests.Reply reply = requests.post("begin", message);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo("begin takes situation=N with N from 0 to 2\n");
        assertThat(step(requests.post("advance", "steps=0"))).isEqualTo(3);
    }

    @Test
    void a_situation_that_cannot_be_opened_leaves_the_present_one() throws IOException {
        requests.post("advance", "steps=3");

        LabRequests.Reply reply = requests.post("begin", "situation=2");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).contains("absent");
        assertThat(step(requests.post("advance", "steps=1"))).isEqualTo(4);
    }

    private static long step(LabRequests.Reply reply) throws IOException {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return json(reply).get("step").asLong();
    }

    private static JsonNode json(LabRequests.Reply reply) throws IOException {
        return new ObjectMapper().readTree(reply.body());
    }
}
