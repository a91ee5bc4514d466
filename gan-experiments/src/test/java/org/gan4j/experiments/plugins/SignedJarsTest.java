package org.gan4j.experiments.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.gan4j.api.experiment.Recipe;
import org.gan4j.api.problem.Problem;
import org.gan4j.experiments.plugins.jar.Signature;
import org.gan4j.registry.Extensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests plug-ins that are signed, and plug-ins that carry the signature files of a library. */
class SignedJarsTest {
    private static final String WRONG = "not loaded: its signature does not fit: ";

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private Extensions load() {
        return PluginLoader.of(List.of(folder)).extensions(List.of());
    }

    private void run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .directory(elsewhere.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private Path signed(Path jar) throws IOException, InterruptedException {
        String store = elsewhere.resolve("keys.p12").toString();
        if (!Files.exists(Path.of(store))) {
            run(
                    "keytool",
                    "-genkeypair",
                    "-alias",
                    "k",
                    "-keyalg",
                    "RSA",
                    "-dname",
                    "CN=x",
                    "-keystore",
                    store,
                    "-storepass",
                    "changeit");
        }
        run("jarsigner", "-keystore", store, "-storepass", "changeit", jar.toString(), "k");
        return jar;
    }

    private static PluginJar with(PluginJar jar, Path library) throws IOException {
        try (JarFile file = new JarFile(library.toFile())) {
            for (String name : List.of("META-INF/K.SF", "META-INF/K.RSA")) {
                jar.entry(name, file.getInputStream(file.getEntry(name)).readAllBytes());
            }
        }
        return jar;
    }

    @Test
    void a_jar_with_the_signature_of_a_library_is_one_line_and_stops_no_other() throws Exception {
        Path library = signed(new PluginJar().entry("a.txt", new byte[] {1}).write(elsewhere.resolve("library.jar")));
        with(BrokenJars.sound("fat"), library).write(folder.resolve("fat.jar"));
        with(new PluginJar().entry("b.txt", new byte[] {2}), library).write(folder.resolve("other.jar"));
        signed(BrokenJars.sound("whole").write(folder.resolve("whole.jar")));

        Extensions extensions = load();

        assertThat(extensions.problems().stream().map(Problem::toString).sorted())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains(WRONG).endsWith(Signature.REMEDY))
                .satisfiesExactly(line -> assertThat(line).startsWith("plugin fat.jar: "), line -> assertThat(line)
                        .startsWith("plugin other.jar: "));
        assertThat(extensions.contribution(Recipe.POINT, "whole")).isPresent();
        assertThat(extensions.contribution(Recipe.POINT, "ring")).isPresent();
    }

    @Test
    void a_signed_file_that_was_changed_does_not_fit() throws Exception {
        Path jar = signed(
                BrokenJars.sound("changed").entry("a.txt", new byte[] {1}).write(folder.resolve("changed.jar")));
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Files.write(zip.getPath("a.txt"), new byte[] {2});
        }
        assertThat(load().problems()).singleElement().asString().startsWith("plugin changed.jar: " + WRONG);
    }
}
