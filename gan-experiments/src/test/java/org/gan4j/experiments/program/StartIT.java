package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /** Java reads the names of files in the encoding of the locale, and that of C has no umlaut. */
    @Test
    void names_with_an_umlaut_are_names_of_files_also_where_the_locale_is_c() throws Exception {
        String script = "umlaut=$(printf 'Pr\\303\\274fung'); mkdir $umlaut && cd $umlaut"
                + " && printf 'recipe: ring\\nsteps: 1\\nmetrics: []\\n' > $umlaut.yaml"
                + " && $GAN train $umlaut.yaml runs=$umlaut --quiet && $GAN runs --runs $umlaut";
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .put("GAN", Program.in(folder).home().resolve("bin/gan").toString());
        builder.environment().put("LC_ALL", "C");
        builder.environment().remove("MLFLOW_TRACKING_URI");
        Process process = builder.start();

        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(out).isZero();
        assertThat(out.lines().filter(line -> line.startsWith("finished")))
                .singleElement()
                .asString()
                .contains("Prüfung/");
    }
}
