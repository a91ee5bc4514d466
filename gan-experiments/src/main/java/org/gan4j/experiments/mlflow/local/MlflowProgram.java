package org.gan4j.experiments.mlflow.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The command that starts MLflow's program.
 *
 * @param words the command and its first arguments
 */
record MlflowProgram(List<String> words) {
    /** The remedy where MLflow is missing. */
    static final String REMEDY = "MLflow is not installed; get it with: pip install mlflow";

    /** Ways to start it, the best first; the latter two fetch it when it is first used. */
    private static final List<List<String>> WAYS =
            List.of(List.of("mlflow"), List.of("uvx", "mlflow"), List.of("pipx", "run", "mlflow"));

    MlflowProgram {
        words = List.copyOf(words);
    }

    /** The first way that the search path allows. */
    static Optional<MlflowProgram> find(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "");
        for (List<String> way : WAYS) {
            Optional<Path> program = onPath(path, way.get(0));
            if (program.isPresent()) {
                List<String> words = new ArrayList<>(way);
                words.set(0, program.get().toString());
                return Optional.of(new MlflowProgram(words));
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> onPath(String path, String program) {
        String suffix = File.separatorChar == '\\' ? ".exe" : "";
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(path)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program + suffix))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The command line of a server for one person on this machine. */
    List<String> server(Path runs, int port) {
        Path home = runs.toAbsolutePath().normalize();
        List<String> line = new ArrayList<>(words);
        line.addAll(List.of(
                "server",
                "--backend-store-uri",
                "sqlite:///" + home.resolve("mlflow.db").toString().replace('\\', '/'),
                "--artifacts-destination",
                home.resolve("mlflow-artifacts").toString(),
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--workers",
                "1"));
        return line;
    }
}
