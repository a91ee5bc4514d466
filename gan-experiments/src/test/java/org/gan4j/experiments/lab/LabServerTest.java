package org.gan4j.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.run.Progress;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol between the page and the lab, with a backend that trains at once. */
class LabServerTest {
    private static final LocalRunner RUNNER =
            Extensions.onClassPath().instance(LocalRunner.class).reportingTo(Progress.none());

    private LabServer server;
    private LabRequests requests;

    @BeforeEach
    void start() throws IOException {
        server = serve();
        requests = new LabRequests(URI.create(server.address()));
    }

    private static LabServer serve() throws IOException {
        return LabMenus.serve(RUNNER, List.of("ring"), LabMenus.fake("loss=minimax,hinge"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void it_trains_for_the_steps_that_are_asked_for_and_no_others() throws IOException {
        assertThat(step(requests.post("advance", "steps=3"))).isEqualTo(3);
        assertThat(step(requests.post("advance", "steps=4"))).isEqualTo(7);
        requests.get("lab");
        assertThat(step(requests.post("advance", "steps=0"))).isEqualTo(7);
        assertThat(step(requests.post("restart", ""))).isZero();
    }

    /** The fake's loss of a step is its number, so that of steps 4 to 7 is (4 + 5 + 6 + 7) / 4. */
    @Test
    void a_frame_holds_the_means_over_its_own_steps() throws IOException {
        requests.post("advance", "steps=3");
        JsonNode arms = json(requests.post("advance", "steps=4")).get("arms");

        assertThat(arms).hasSize(2).allSatisfy(arm -> assertThat(
                        arm.get("signals").get("loss/d").asDouble())
                .isEqualTo(5.5));
    }

    @Test
    void the_page_may_load_nothing_from_elsewhere() throws IOException {
        for (String file : List.of(
                "",
                "lab.js",
                "connection.js",
                "view.js",
                "parts.js",
                "brush.js",
                "reel.js",
                "film",
                "scene.js",
                "charts.js",
                "pen.js",
                "lab.css",
                "palette.css",
                "lab",
                "menu",
                "parts")) {
            LabRequests.Reply reply = requests.get(file);
            assertThat(reply.status()).as(file).isEqualTo(200);
            assertThat(reply.head())
                    .containsIgnoringCase("Content-Security-Policy: default-src 'none'; script-src 'self'");
            assertThat(reply.body())
                    .doesNotContain("http://")
                    .doesNotContain("https://")
                    .doesNotContain("//cdn");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "steps",
                "steps=",
                "steps=-1",
                "steps=501",
                "steps=99999999999999999999",
                "steps=1.5",
                "steps=1&steps=2",
                " steps=1",
                "steps=1\n",
                "{\"steps\": 1}",
                "steps=\u0661",
                "\u0000\u0001\u0002"
            })
    void a_malformed_message_is_refused_and_trains_nothing(String message) throws IOException {
        LabRequests.Reply reply = requests.post("advance", message);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo("advance takes steps=N with N from 0 to 500\n");
        assertThat(step(requests.post("advance", "steps=0"))).isZero();
    }

    @Test
    void one_player_is_updated_without_a_step() throws IOException {
        requests.post("advance", "steps=3");
        for (String player : List.of("d", "g")) {
            JsonNode frame = json(requests.post("update", "player=" + player));

            assertThat(frame.get("step").asLong()).isEqualTo(3);
            assertThat(frame.get("arms").get(1).get("signals").has("loss/" + player))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "player",
                "player=",
                "player=D",
                "player=x",
                "player=dg",
                " player=d",
                "player=d\n",
                "d",
                "{}"
            })
    void a_malformed_player_is_refused_and_moves_nothing(String message) throws IOException {
        LabRequests.Reply reply = requests.post("update", message);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo("update takes player=d or player=g\n");
        assertThat(json(requests.post("advance", "steps=0")).get("arms").get(0).get("byHand"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", " ", "\n", "0", "step=0", "steps=0", "{}", "null", "restart", "\u0000"})
    void a_message_for_a_restart_is_refused(String message) throws IOException {
        requests.post("advance", "steps=3");

        assertThat(requests.post("restart", message).status()).isEqualTo(400);
        assertThat(step(requests.post("advance", "steps=0"))).isEqualTo(3);
    }

    @Test
    void a_long_message_is_refused() throws IOException {
        assertThat(requests.post("advance", "steps=" + "1".repeat(40_000)).status())
                .isEqualTo(413);
        assertThat(step(requests.post("advance", "steps=0"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lab.html",
                "../lab.css",
                "%2e%2e/lab.css",
                "recipe/2",
                "recipe/",
                "recipe/-1",
                "lab?x=1",
                "LabDesk.class",
                "index.html/",
                "/"
            })
    void what_is_not_there_is_not_found(String what) throws IOException {
        assertThat(requests.get(what).status()).isEqualTo(404);
    }

    @Test
    void only_a_post_trains() throws IOException {
        assertThat(requests.get("advance").status()).isEqualTo(405);
        assertThat(requests.get("update").status()).isEqualTo(405);
        assertThat(requests.send(requests.head("PUT", "advance", 0) + "\r\n").status())
                .isEqualTo(405);
        assertThat(requests.post("lab", "").status()).isEqualTo(404);
        assertThat(step(requests.post("advance", "steps=0"))).isZero();
    }

    @Test
    void a_wrong_token_finds_nothing() throws IOException {
        for (String token : List.of("", "x/", "0".repeat(32) + "/")) {
            String head = requests.head("POST", "advance", 7).replaceFirst(" /[0-9a-f]+/", " /" + token);
            assertThat(requests.send(head + "\r\nsteps=1").status()).isEqualTo(404);
        }
        assertThat(step(requests.post("advance", "steps=0"))).isZero();
    }

    @Test
    void a_foreign_host_or_origin_is_refused() throws IOException {
        String head = requests.head("POST", "advance", 7);
        String host = "Host: " + URI.create(server.address()).getAuthority();
        for (String foreign : List.of(
                head.replace(host, "Host: example.com"),
                head.replace(host, "Host: 127.0.0.1"),
                head.replace(host, "Host: 127.0.0.1.example.com:" + port()),
                head.replace(host + "\r\n", ""),
                head.replace(host, host + "\r\nHost: example.com"),
                head + "Origin: http://example.com\r\n",
                head + "Origin: null\r\n",
                head + "Origin: https://127.0.0.1:" + port() + "\r\n",
                head + "Origin: http://127.0.0.1:1\r\n",
                head + "Origin: http://127.0.0.1:" + port() + "\r\nOrigin: http://example.com\r\n")) {
            assertThat(requests.send(foreign + "\r\nsteps=1").status())
                    .as(foreign)
                    .isEqualTo(403);
        }
        assertThat(step(requests.post("advance", "steps=0"))).isZero();
    }

    @Test
    void a_client_that_stops_in_the_middle_keeps_no_other_waiting() throws IOException {
        try (Socket half = new Socket(InetAddress.getLoopbackAddress(), port());
                Socket body = new Socket(InetAddress.getLoopbackAddress(), port())) {
            half.getOutputStream().write("POST /".getBytes(StandardCharsets.UTF_8));
            body.getOutputStream()
                    .write((requests.head("POST", "advance", 7) + "\r\nste").getBytes(StandardCharsets.UTF_8));

            assertThat(step(requests.post("advance", "steps=1"))).isEqualTo(1);
        }
    }

    @Test
    void its_own_page_is_answered() throws IOException {
        String head = requests.head("POST", "advance", 7);

        assertThat(step(requests.send(head + "Origin: http://127.0.0.1:" + port() + "\r\n\r\nsteps=1")))
                .isEqualTo(1);
    }

    @Test
    void two_labs_have_different_addresses() throws IOException {
        try (LabServer other = serve()) {
            assertThat(URI.create(other.address()).getPath())
                    .hasSize("/".length() + 32 + "/".length())
                    .isNotEqualTo(URI.create(server.address()).getPath());
        }
    }

    @Test
    void a_port_that_is_taken_is_named() {
        assertThatThrownBy(() -> LabServer.start(
                        Lab.open(RUNNER.resolve("ring", LabMenus.fake())),
                        LabMenus.of(RUNNER, List.of("ring")),
                        port()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("--port " + port());
    }

    private int port() {
        return URI.create(server.address()).getPort();
    }

    private static long step(LabRequests.Reply reply) throws IOException {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return json(reply).get("step").asLong();
    }

    private static JsonNode json(LabRequests.Reply reply) throws IOException {
        return new ObjectMapper().readTree(reply.body());
    }

    /** A step of both arms takes 40 ms, so 2 s hold 50 of the 500; before the first was timed, 20 are made. */
    @Test
    void an_answer_never_takes_long_so_nothing_trains_for_long_when_nobody_waits() throws IOException {
        try (LabServer slow =
                LabMenus.serve(RUNNER, List.of("ring"), LabMenus.fake("loss=minimax,hinge", "backend.millis=20"))) {
            LabRequests page = new LabRequests(URI.create(slow.address()));
            try (Socket gone =
                    new Socket(InetAddress.getLoopbackAddress(), page.page().getPort())) {
                gone.getOutputStream()
                        .write((page.head("POST", "advance", 9) + "\r\nsteps=500").getBytes(StandardCharsets.UTF_8));
            }
            await(page, 20);

            long begun = System.nanoTime();
            long step = step(page.post("advance", "steps=500"));

            assertThat((System.nanoTime() - begun) / 1e9).isLessThan(2 * Pace.SECONDS);
            assertThat(step).isBetween(30L, 70L);
            assertThat(step(page.post("advance", "steps=0"))).isEqualTo(step);
        }
    }

    private static void await(LabRequests page, long step) throws IOException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (step(page.post("advance", "steps=0")) < step) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }
}
