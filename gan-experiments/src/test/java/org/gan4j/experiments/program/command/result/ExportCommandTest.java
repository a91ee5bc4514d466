package org.gan4j.experiments.program.command.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gan4j.disk.WholeFolder;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.program.command.GanLine;
import org.gan4j.experiments.run.Progress;
import org.gan4j.experiments.store.RunFolder;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TempDir
    Path folder;

    private final LocalRunner runner =
            Extensions.onClassPath().instance(LocalRunner.class).reportingTo(Progress.none());
    private final GanLine gan = new GanLine();

    /** A finished run of 3 steps. */
    private Path run(String... more) {
        return runner.run(runner.resolve("gaussian-1d", settings(more)).get(0)).folder();
    }

    private String[] settings(String... more) {
        return Stream.concat(Stream.of("backend=fake", "metrics=[]", "runs=" + folder, "steps=3"), Stream.of(more))
                .toArray(String[]::new);
    }

    private Path export(Path run, String name) {
        Path out = folder.resolve(name);
        assertThat(gan.run("export", run.toString(), "--out", out.toString()))
                .as(gan.err())
                .isZero();
        return out;
    }

    private static JsonNode description(Path model) throws IOException {
        return YAML.readTree(model.resolve("MLmodel").toFile());
    }

    @Test
    void the_description_says_what_to_load_and_where_it_comes_from() throws IOException {
        Path run = run("seed=4", "prior.size=5");
        JsonNode model = description(export(run, "model"));

        assertThat(model.at("/flavors/python_function/loader_module").asText()).isEqualTo("mlflow.tensorflow");
        assertThat(model.at("/flavors/tensorflow/saved_model_dir").asText()).isEqualTo("tfmodel");
        // The fake's one weight is seed + steps.
        assertThat(folder.resolve("model/tfmodel/saved_model.pb")).hasContent("w=7");
        assertThat(new ObjectMapper().readTree(model.at("/signature/inputs").asText()))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        "[{\"type\":\"tensor\",\"name\":\"z\",\"tensor-spec\":{\"dtype\":\"float32\",\"shape\":[-1,5]}}]"));
        assertThat(model.at("/metadata/gan4j.uid").asText())
                .isEqualTo(RunFolder.open(run).record().uid());
        assertThat(model.at("/metadata/gan4j.step").asInt()).isEqualTo(3);
    }

    @Test
    void the_same_weights_of_the_same_run_are_the_same_model_and_those_of_another_run_are_not() throws IOException {
        Path run = run();
        JsonNode first = description(export(run, "a")).get("model_uuid");

        assertThat(first.asText()).matches("[0-9a-f]{32}");
        assertThat(description(export(run, "b")).get("model_uuid")).isEqualTo(first);
        assertThat(description(export(run(), "c")).get("model_uuid")).isNotEqualTo(first);
    }

    @Test
    void the_document_names_the_folder() throws IOException {
        Path out = folder.resolve("made/on/the/way");

        assertThat(gan.run("export", run().toString(), "--out", out.toString(), "--json"))
                .isZero();
        assertThat(new ObjectMapper().readTree(gan.out()))
                .isEqualTo(new ObjectMapper().createObjectNode().put("out", out.toString()));
        assertThat(out.resolve("MLmodel")).exists();
    }

    @Test
    void a_dry_run_writes_nothing() {
        assertThat(gan.run(
                        "export", run().toString(), "--out", folder.resolve("m").toString(), "--dry-run"))
                .isZero();
        assertThat(folder.resolve("m")).doesNotExist();
    }

    @Test
    void a_comparison_is_answered_with_one_of_its_runs() {
        Path comparison = runner.compare(runner.resolve("gaussian-1d", settings("seed=1,2")))
                .folder();

        assertThat(gan.run(
                        "export",
                        comparison.toString(),
                        "--out",
                        folder.resolve("m").toString()))
                .isEqualTo(2);
        assertThat(gan.err())
                .contains("is a comparison; name one of its runs, such as "
                        + comparison.getParent().resolve(""))
                .contains("seed1");
    }

    @Test
    void a_run_without_a_checkpoint_has_nothing_to_export() throws IOException {
        Path run = run();
        Path checkpoint = RunFolder.open(run).checkpoint(3);
        WholeFolder.remove(checkpoint);

        assertThat(gan.run(
                        "export", run.toString(), "--out", folder.resolve("m").toString()))
                .isEqualTo(2);
        assertThat(gan.err()).contains(run.toString()).contains("has no checkpoint yet");
    }

    @Test
    void what_lies_in_the_way_is_named_and_kept() throws IOException {
        Path run = run();
        Files.writeString(folder.resolve("file"), "mine");
        Files.createDirectories(folder.resolve("full"));
        Files.writeString(folder.resolve("full/thesis.tex"), "mine");

        assertThat(gan.run(
                        "export",
                        run.toString(),
                        "--out",
                        folder.resolve("file").toString()))
                .isEqualTo(2);
        assertThat(gan.err()).contains("file is a file; expected a folder that is new or empty");
        assertThat(gan.run(
                        "export",
                        run.toString(),
                        "--out",
                        folder.resolve("file/m").toString()))
                .isEqualTo(2);
        assertThat(gan.err()).contains("file is a file");
        assertThat(gan.run(
                        "export",
                        run.toString(),
                        "--out",
                        folder.resolve("full").toString()))
                .isEqualTo(2);
        assertThat(gan.err()).contains("holds thesis.tex; expected a folder that is new or empty");
        assertThat(folder.resolve("full")).isDirectoryContaining("glob:**thesis.tex");
    }

    @Test
    void an_empty_folder_is_taken() throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        assertThat(export(run(), "empty").resolve("MLmodel")).exists();
    }
}
