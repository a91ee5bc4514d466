package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Maven as the author of a plug-in runs it, in a child process that knows gan-api only as a published artifact.
 *
 * <p>Its local repository is the user's own, entry by entry through symbolic links, but for {@code org/gan4j}, which holds what
 * this build made. So nothing has to be installed or fetched for the test, and the user's repository stays as it is.
 *
 * @param repository the local repository
 */
record Maven(Path repository) {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path HOME = Path.of(System.getProperty("gan.maven.home", "/usr/share/maven"));
    private static final Path USERS = Path.of(System.getProperty(
            "gan.maven.repository",
            Path.of(System.getProperty("user.home"), ".m2", "repository").toString()));

    /** Prepares the repository. */
    static Maven in(Path folder) throws IOException {
        Program.need(Files.isDirectory(USERS), USERS + " is missing; mvn verify knows where it is");
        Maven maven = new Maven(folder.resolve("repository"));
        link(USERS, maven.repository, "org");
        link(USERS.resolve("org"), maven.repository.resolve("org"), "gan4j");
        maven.install();
        return maven;
    }

    private static void link(Path from, Path to, String except) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!entry.endsWith(except)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
                }
            }
        }
    }

    /** Removes all symbolic links below a folder, which JUnit would announce one by one when it deletes the folder. */
    static void unlink(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    /** Puts gan-api, its tests and their parent where {@code mvn install} would. */
    private void install() throws IOException {
        Path jar = Program.jar("gan-api");
        String version = jar.getFileName().toString().replaceAll("^gan-api-|\\.jar$", "");
        Path tests = ROOT.resolve("gan-api/target/gan-api-" + version + "-tests.jar");
        Program.need(Files.exists(tests), tests + " is missing; mvn verify makes it");
        put(ROOT.resolve("pom.xml"), "gan4j", version, ".pom");
        put(ROOT.resolve("gan-api/pom.xml"), "gan-api", version, ".pom");
        put(jar, "gan-api", version, ".jar");
        put(tests, "gan-api", version, "-tests.jar");
    }

    private void put(Path file, String artifact, String version, String suffix) throws IOException {
        Path folder = repository.resolve("org/gan4j").resolve(artifact).resolve(version);
        Files.createDirectories(folder);
        Files.copy(file, folder.resolve(artifact + "-" + version + suffix));
    }

    /** Builds a project up to its jar, which runs its tests; gives what Maven said. */
    String packaged(Path project) throws IOException, InterruptedException {
        Path log = Files.createTempFile(repository, "maven", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        HOME.resolve("bin/mvn").toString(),
                        "-B",
                        "-ntp",
                        "-X",
                        "-Dmaven.repo.local=" + repository,
                        "package")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends in time").isTrue();
        String said = Files.readString(log);
        assertThat(process.exitValue())
                .as(said.replaceAll("(?m)^\\[DEBUG].*\n", ""))
                .isZero();
        return said;
    }
}
