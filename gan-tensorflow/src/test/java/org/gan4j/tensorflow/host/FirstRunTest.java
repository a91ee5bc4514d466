package org.gan4j.tensorflow.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;

class FirstRunTest {
    @TempDir
    Path folder;

    @Test
    void only_information_and_its_headline_are_notices() {
        assertThat(Notices.isNotice(
                        "WARNING: All log messages before absl::InitializeLog() is called are written to STDERR"))
                .isTrue();
        assertThat(Notices.isNotice("I0000 00:00:1795694441.068481   11953 mlir_graph_optimization_pass.cc:401] MLIR"))
                .isTrue();
        assertThat(List.of("W0000 00:00:1795694441.068481   11953 a.cc:1] slow", "E0000 b.cc:2] bad", "OOM", ""))
                .noneMatch(Notices::isNotice);
    }

    @Test
    @Tag("tensorflow")
    @EnabledOnOs(OS.LINUX)
    void a_process_that_asks_for_fewer_lines_gets_none() throws IOException, InterruptedException {
        assertThat(errors("2")).isEmpty();
        assertThat(errors("0")).contains("WARNING: All log messages before absl::", "MLIR");
    }

    /** Starts a process that runs one graph, and returns what it has written to standard error. */
    private String errors(String level) throws IOException, InterruptedException {
        Path errors = folder.resolve(level + ".txt");
        ProcessBuilder process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneGraph.class.getName())
                .redirectError(errors.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process.environment().put("TF_CPP_MIN_LOG_LEVEL", level);
        assertThat(process.start().waitFor()).isZero();
        return Files.readString(errors);
    }

    /** The program of that process. */
    static final class OneGraph {
        private OneGraph() {}

        public static void main(String[] arguments) {
            try (Graph graph = new Graph();
                    GraphSession session = new GraphSession(graph, ConfigProto.getDefaultInstance())) {
                session.floats(Feeds.none(), Ops.create(graph).constant(1f));
            }
        }
    }
}
