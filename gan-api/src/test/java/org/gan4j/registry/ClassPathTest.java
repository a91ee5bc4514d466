package org.gan4j.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;
import org.gan4j.standard.StandardModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
    public static final class Sound extends GanModule {}

    public static final class Throwing extends GanModule {
        public Throwing() {
            throw new IllegalStateException("boom");
        }
    }

    @TempDir
    Path folder;

    @Test
    void a_service_that_cannot_be_used_is_a_line_and_stops_no_other() throws IOException {
        Path services = folder.resolve("META-INF/services/" + GanModule.class.getName());
        Files.createDirectories(services.getParent());
        Files.write(
                services,
                List.of("acme.Absent", Throwing.class.getName(), ClassPathTest.class.getName(), Sound.class.getName()));
        Problems problems = new Problems();

        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            assertThat(ClassPath.plugins(loader, problems))
                    .extracting(Plugin::id)
                    .contains(StandardModule.class.getName(), Sound.class.getName());
        }

        assertThat(problems.list()).extracting(Problem::where).containsOnly("class path");
        assertThat(problems.list())
                .extracting(Problem::what)
                .satisfiesExactly(
                        absent -> assertThat(absent).contains("acme.Absent not found"),
                        throwing -> assertThat(throwing).contains(Throwing.class.getName(), "boom"),
                        other -> assertThat(other).contains(ClassPathTest.class.getName() + " not a subtype"));
    }

    @Test
    void a_service_file_that_cannot_be_read_ends_the_search_with_one_line() throws IOException {
        Path services = folder.resolve("META-INF/services/" + GanModule.class.getName());
        Files.createDirectories(services.getParent());
        Files.write(services, List.of("two words"));
        Problems problems = new Problems();

        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            assertThat(ClassPath.plugins(loader, problems))
                    .extracting(Plugin::id)
                    .contains(StandardModule.class.getName());
        }

        assertThat(problems.list()).singleElement().satisfies(problem -> assertThat(problem.what())
                .contains("Illegal configuration-file syntax"));
    }
}
