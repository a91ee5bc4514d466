package org.gan4j.experiments.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.gan4j.api.launch.PlannedCells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asserted of the fields are the rules of batch/v1, as the reference of Kubernetes states them for a Job. */
class KubernetesLauncherTest {
    @TempDir
    Path home;

    private JsonNode manifest(int cells, int retries, String gan) throws IOException {
        KubernetesLauncher launcher =
                new KubernetesLauncher("gan4j:1", "runs", 2, retries, "2", "4Gi", "default", gan, "kubectl");
        String job = launcher.job(new PlannedCells(home.resolve("ring/Compare it's $(HOME)"), cells));
        assertThat(job).doesNotContainPattern("@[a-z]+@");
        return new ObjectMapper(new YAMLFactory()).readTree(job);
    }

    @Test
    void the_manifest_keeps_the_rules_of_an_indexed_job() throws IOException {
        JsonNode job = manifest(8, 6, "gan");
        assertThat(job.at("/apiVersion").asText()).isEqualTo("batch/v1");
        assertThat(job.at("/kind").asText()).isEqualTo("Job");
        // The pods' host names are NAME-INDEX, so the name is a label of DNS with room for the index.
        assertThat(job.at("/metadata/name").asText())
                .matches("[a-z]([-a-z0-9]*[a-z0-9])?")
                .hasSizeLessThan(56);
        JsonNode spec = job.at("/spec");
        assertThat(spec.at("/completionMode").asText()).isEqualTo("Indexed");
        assertThat(spec.at("/completions").asInt()).isEqualTo(8);
        assertThat(spec.at("/parallelism").asInt()).isEqualTo(2);
        assertThat(spec.at("/backoffLimitPerIndex").asInt()).isEqualTo(6);
        assertThat(spec.at("/maxFailedIndexes").asInt()).isEqualTo(8);
        // A podFailurePolicy and a limit per index are for pods that are never restarted in place.
        assertThat(spec.at("/template/spec/restartPolicy").asText()).isEqualTo("Never");
        JsonNode container = spec.at("/template/spec/containers/0");
        for (JsonNode rule : spec.at("/podFailurePolicy/rules")) {
            assertThat(rule.has("onExitCodes") ^ rule.has("onPodConditions")).isTrue();
            assertThat(rule.at("/action").asText()).isIn("FailIndex", "Ignore", "Count", "FailJob");
            if (rule.has("onExitCodes")) {
                assertThat(rule.at("/onExitCodes/containerName")).isEqualTo(container.at("/name"));
                assertThat(rule.at("/onExitCodes/operator").asText()).isIn("In", "NotIn");
            }
        }
        assertThat(spec.at("/template/spec/volumes/0/name")).isEqualTo(container.at("/volumeMounts/0/name"));
        // Within a pod the comparison has the path that it has here, beside its runs.
        assertThat(container.at("/volumeMounts/0/mountPath").asText()).isEqualTo(home.toString());
    }

    /** Runs the cell of an index until it succeeds, fails for good, or has been tried again as often as it may. */
    private int tries(JsonNode job, int index) throws Exception {
        JsonNode spec = job.at("/spec");
        // Kubernetes reads $$ before a bracket as a dollar.
        String command = spec.at("/template/spec/containers/0/args/0").asText().replace("$$(", "$(");
        for (int tries = 1; ; tries++) {
            ProcessBuilder pod = new ProcessBuilder("/bin/sh", "-c", command).inheritIO();
            pod.environment().put("JOB_COMPLETION_INDEX", String.valueOf(index));
            int code = pod.start().waitFor();
            boolean fails = StreamSupport.stream(
                            spec.at("/podFailurePolicy/rules").spliterator(), false)
                    .filter(rule -> rule.at("/action").asText().equals("FailIndex"))
                    .flatMap(rule ->
                            StreamSupport.stream(rule.at("/onExitCodes/values").spliterator(), false))
                    .anyMatch(value -> value.asInt() == code);
            if (code == 0 || fails || tries > spec.at("/backoffLimitPerIndex").asInt()) {
                return tries;
            }
        }
    }

    /** Cell 1 succeeds, cell 2 is refused, cell 3 fails once and then succeeds, cell 4 fails whenever it is tried. */
    @Test
    void a_cell_is_tried_again_for_what_is_worth_it_and_not_for_ever() throws Exception {
        Path gan = program("case $3 in 1) exit 0;; 2) exit 2;; 4) exit 1;; esac\n" + "[ -e '" + home
                + "/once' ] || { touch '" + home + "/once'; exit 1; }");
        JsonNode job = manifest(4, 3, gan.toString());
        List<Integer> tries = new ArrayList<>();
        for (int index = 0; index < 4; index++) {
            tries.add(tries(job, index));
        }
        // Three retries follow a first try.
        assertThat(tries).containsExactly(1, 1, 2, 4);
        assertThat(Files.readAllLines(home.resolve("calls")))
                .startsWith(
                        "cell " + home.resolve("ring/Compare it's $(HOME)") + " 1",
                        "cell " + home.resolve("ring/Compare it's $(HOME)") + " 2");
    }

    private Path program(String text) throws IOException {
        Path file = Files.writeString(
                home.resolve("gan"), "#!/bin/sh\necho \"$@\" >> '" + home + "/calls'\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
