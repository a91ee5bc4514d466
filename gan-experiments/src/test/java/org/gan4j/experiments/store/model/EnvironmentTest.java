package org.gan4j.experiments.store.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    @Test
    void what_a_model_asks_for_is_what_it_was_tested_with() throws IOException {
        String tested = Files.readString(Path.of("../.ci/requirements.txt"));

        assertThat(tested).contains("mlflow==" + Environment.MLFLOW + "\n");
        // The same library without what GPUs need.
        assertThat(tested).contains("tensorflow-cpu==" + Environment.TENSORFLOW + "\n");
        assertThat(Environment.requirements())
                .isEqualTo("mlflow==" + Environment.MLFLOW + "\ntensorflow==" + Environment.TENSORFLOW + "\n");
        assertThat(Environment.conda()).contains("  - mlflow==").contains("  - tensorflow==");
    }
}
