package org.gan4j.experiments.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Starts {@code bin/gan} of a distribution as a child process in a folder. */
record Program(Path home, Path folder, Map<String, String> environment) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path HOME =
            Path.of(System.getProperty("gan.home", "target/gan")).toAbsolutePath();

    /** What a call came to. */
    record Result(int code, String out, String err) {
        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (IOException e) {
                throw new UncheckedIOException("no JSON document: " + out + err, e);
            }
        }

        Result succeeded() {
            assertThat(code).as(out + err).isZero();
            return this;
        }
    }

    static Program in(Path folder) {
        need(Files.isExecutable(gan(HOME)), gan(HOME) + " is missing; mvn verify makes it");
        return new Program(HOME, folder, Map.of());
    }

    /** A distribution of its own, with the same libraries and the given plug-ins in its {@code plugins/}. */
    static Program extended(Path folder, Path... plugins) throws IOException {
        Program program = in(folder);
        Path home = folder.resolve("gan");
        Files.createDirectories(home.resolve("bin"));
        Files.copy(gan(HOME), gan(home));
        Files.createSymbolicLink(home.resolve("lib"), HOME.resolve("lib"));
        Files.createDirectories(home.resolve("plugins"));
        for (Path plugin : plugins) {
            Files.copy(plugin, home.resolve("plugins").resolve(plugin.getFileName()));
        }
        return new Program(home, folder, program.environment);
    }

    /** A distribution of its own, with the same files in {@code lib}, but for a copy of one jar. */
    static Program withCopyOf(Path folder, String artifact) throws IOException {
        Program program = in(folder);
        Path home = folder.resolve("gan");
        Path lib = Files.createDirectories(home.resolve("lib"));
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("plugins"));
        Files.copy(gan(HOME), gan(home));
        Path copied = jar(artifact);
        try (Stream<Path> files = Files.list(HOME.resolve("lib"))) {
            for (Path file : files.filter(file -> !file.equals(copied)).toList()) {
                Files.createSymbolicLink(lib.resolve(file.getFileName()), file);
            }
        }
        Files.copy(copied, lib.resolve(copied.getFileName()));
        return new Program(home, folder, program.environment);
    }

    private static Path gan(Path home) {
        return home.resolve("bin/gan");
    }

    /** One of the distribution's own jars. */
    static Path jar(String artifact) throws IOException {
        try (Stream<Path> jars = Files.list(HOME.resolve("lib"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(artifact + "-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Skips with the reason, or fails where nothing may be skipped. */
    static void need(boolean there, String reason) {
        if (!there && "required".equals(System.getenv("GAN_IT"))) {
            fail(reason);
        }
        Assumptions.assumeTrue(there, reason);
    }

    Program with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Program(home, folder, more);
    }

    Result run(String... arguments) {
        try {
            Path out = Files.createTempFile("gan", ".out");
            Path err = Files.createTempFile("gan", ".err");
            Process process = start(out, err, arguments);
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends in time").isTrue();
            Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Process start(Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(gan(home).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("MLFLOW_TRACKING_URI");
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The file's text. */
    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
