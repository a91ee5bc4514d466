package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that what {@code gan plugins new} writes is ready: it builds, and its loss is verified and trains, as its README says. */
class NewPluginIT {
    @TempDir
    Path folder;

    @AfterEach
    void unlink() throws IOException {
        Maven.unlink(folder);
    }

    @Test
    void a_new_project_builds_and_its_loss_keeps_the_laws_and_trains() throws IOException, InterruptedException {
        Program gan = Program.in(folder);
        gan.run("plugins", "new", "soft-hinge").succeeded();
        Path project = folder.resolve("soft-hinge");
        String said = Maven.in(folder).packaged(project);
        assertThat(said).containsPattern("Tests run: [1-9]\\d*, Failures: 0, Errors: 0");

        String target = project.resolve("target").toString();
        assertThat(gan.run("verify", "loss", "soft-hinge", "--plugins", target)
                        .succeeded()
                        .out())
                .containsPattern("soft-hinge keeps all \\d+ laws");
        assertThat(gan.run("train", "ring", "loss=soft-hinge", "steps=20", "--plugins", target, "--json")
                        .succeeded()
                        .json()
                        .at("/status")
                        .asText())
                .isEqualTo("finished");
        assertThat(gan.run("plugins", "new", "soft-hinge").code()).isEqualTo(2);
    }
}
