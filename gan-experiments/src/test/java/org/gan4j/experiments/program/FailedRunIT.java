package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gan4j.experiments.plugins.PluginJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of a stranger that breaks while it is used: the run ends as failed, and its author can find the line. */
class FailedRunIT {
    @TempDir
    Path folder;

    @Test
    void a_metric_that_throws_fails_the_run_and_the_stack_is_shown_when_asked_for() {
        new PluginJar()
                .source(
                        "acme.Plug",
                        "public final class Plug extends org.gan4j.api.plugin.GanModule {\n"
                                + "@Override protected void configure() { metric(\"broken\", Broken.class); } }")
                .source("acme.Broken", """
                    import java.util.List;
                    import org.gan4j.api.metric.*;
                    public record Broken() implements Metric {
                        @Override public List<MetricInfo> info() { return List.of(); }
                        @Override public List<Measurement> measure(Subject subject) {
                            throw new IllegalStateException("no ruler");
                        }
                    }
                    """)
                .service("acme.Plug")
                .write(folder.resolve("jars/broken.jar"));
        String[] line = {"train", "gaussian-1d", "steps=1", "metrics=broken", "--plugins", "jars"};
        String frame = "acme.Broken.measure(Broken.java:7)";

        Program.Result quiet = Program.in(folder).run(line);
        assertThat(quiet.code()).isEqualTo(1);
        assertThat(quiet.out()).contains("status   failed: ").contains("no ruler");
        assertThat(quiet.err()).doesNotContain(frame);

        Program.Result debug = Program.in(folder).with("GAN_DEBUG", "1").run(line);
        assertThat(debug.code()).isEqualTo(1);
        assertThat(debug.err()).contains("Caused by: java.lang.IllegalStateException: no ruler", frame);
    }
}
