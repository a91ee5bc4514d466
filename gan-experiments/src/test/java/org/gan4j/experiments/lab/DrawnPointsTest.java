package org.gan4j.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.data.Split;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.library.data.own.Points;
import org.gan4j.experiments.run.Progress;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data that were drawn on the page. */
class DrawnPointsTest {
    private static final LocalRunner RUNNER =
            Extensions.onClassPath().instance(LocalRunner.class).reportingTo(Progress.none());

    private LabServer server;
    private LabRequests requests;

    @TempDir
    Path temp;

    @BeforeEach
    void start() throws IOException {
        server = LabMenus.serve(RUNNER, List.of("ring"), LabMenus.fake("loss=minimax,hinge"));
        requests = new LabRequests(URI.create(server.address()));
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** Points of two blobs at (±1.5, 0). */
    static String blobs(int count) {
        Random random = new Random(1);
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "%.3f,%.3f",
                        (i % 2 == 0 ? 1.5 : -1.5) + 0.1 * random.nextGaussian(),
                        0.1 * random.nextGaussian()))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void both_arms_begin_at_step_0_with_the_points() throws IOException {
        requests.post("advance", "steps=3");

        JsonNode frame = json(requests.post("draw", blobs(300)));

        assertThat(frame.get("step").asLong()).isZero();
        assertThat(frame.get("arms")).hasSize(2);
        JsonNode lab = json(requests.get("lab"));
        assertThat(lab.get("drawn").asBoolean()).isTrue();
        assertThat(lab.get("arms").get(1).get("settings").get("dataset.file").asText())
                .isEqualTo("drawn.csv");
        assertThat(lab.get("charts").get(0).get("signal").asText()).isEqualTo("lab/distance");
        assertThat(requests.get("drawn.csv").body()).isEqualTo(blobs(300) + "\n");
    }

    @Test
    void points_that_were_not_drawn_are_not_there() throws IOException {
        assertThat(requests.get("drawn.csv").status()).isEqualTo(404);
        assertThat(json(requests.get("lab")).get("drawn").asBoolean()).isFalse();
    }

    /** 300 points leave about 240 for training, which is less than the batch of 256. */
    @Test
    void the_batch_is_no_larger_than_the_training_split() throws Exception {
        DrawnPoints points = DrawnPoints.parse(blobs(300));
        Experiment experiment =
                points.on(RUNNER.resolve("ring", LabMenus.fake()).get(0), new LabParts(Extensions.onClassPath()));

        assertThat(experiment.batch())
                .isEqualTo(points.load(Split.TRAIN).count())
                .isBetween(200, 255);
    }

    @Test
    void a_file_of_the_same_lines_holds_the_same_data() throws Exception {
        DrawnPoints drawn = DrawnPoints.parse(blobs(120));
        Path file = Files.writeString(temp.resolve("drawn.csv"), drawn.csv());

        for (Split split : Split.values()) {
            assertThat(drawn.load(split).toFloats())
                    .isEqualTo(new Points(file, 2).load(split).toFloats());
        }
        assertThat(drawn.digest()).isEqualTo(new Points(file, 2).digest());
    }

    static List<String> malformed() {
        return List.of(
                "",
                blobs(49),
                blobs(2001),
                blobs(60) + "\n",
                blobs(60).replace(',', ';'),
                blobs(60) + "\nNaN,0",
                blobs(60) + "\n10,0",
                blobs(60) + "\n1e3,0",
                blobs(60) + "\n0.12345,0",
                blobs(60) + "\n1,2,3",
                blobs(60) + "\n1",
                blobs(60) + "\n1, 2",
                String.join("\n", Collections.nCopies(60, "\u0661,0")),
                String.join("\r\n", Collections.nCopies(60, "1,0")),
                "{\"points\": []}");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void a_malformed_drawing_is_refused_and_changes_nothing(String message) throws IOException {
        requests.post("advance", "steps=3");

        LabRequests.Reply reply = requests.post("draw", message);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).startsWith("a drawing ");
        assertThat(json(requests.post("advance", "steps=0")).get("step").asLong())
                .isEqualTo(3);
    }

    /** Moved by (3, 0), a set lies 3·|cos| away along each direction; the mean of |cos| over the 16 angles is about 2/π. */
    @Test
    void the_distance_is_the_mean_way_along_directions() {
        float[] one = {0, 0, 1, 1, 2, 5};
        float[] moved = {3, 0, 4, 1, 5, 5};

        assertThat(PointDistance.between(one, one)).isZero();
        assertThat(PointDistance.between(one, moved)).isCloseTo(3 * 2 / Math.PI, within(0.02));
    }

    private static JsonNode json(LabRequests.Reply reply) throws IOException {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return new ObjectMapper().readTree(reply.body());
    }
}
