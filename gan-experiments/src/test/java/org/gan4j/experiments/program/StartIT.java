package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/gan} starts with the classes that {@code bin/gan-archive} has prepared, and without them where they do not fit. */
class StartIT {
    /** How Java's log of loaded classes says that one came from an archive of the program, and not from Java's own. */
    private static final String PREPARED = "org.gan4j.experiments.program.cli.Gan source: shared objects file (top)";

    @TempDir
    Path folder;

    @Test
    void the_program_of_the_build_takes_its_classes_from_the_archive() {
        Program gan = Program.in(folder).with("GAN_OPTS", "-Xlog:class+load:stdout");
        assertThat(gan.run("--version").succeeded().out()).contains(PREPARED);
    }

    /** To Java, a library with another date is another one. */
    @Test
    void where_the_archive_does_not_fit_the_program_starts_without_a_word_about_it() throws IOException {
        Program moved = Program.withCopyOf(folder, "gan-losses");
        assertThat(moved.with("GAN_OPTS", "-Xlog:class+load:stdout")
                        .run("--version")
                        .succeeded()
                        .out())
                .doesNotContain(PREPARED)
                .contains("org.gan4j.experiments.program.cli.Gan source: file:");
        Program.Result result = moved.run("--version").succeeded();
        assertThat(result.out().lines()).singleElement().asString().startsWith("gan ");
        assertThat(result.err()).isEmpty();
    }
}
