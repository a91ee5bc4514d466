package org.gan4j.experiments.program;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A standalone master of Spark and two workers with one core each, as processes of this machine. */
final class SparkCluster implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;
    private static final Pattern URL = Pattern.compile("Starting Spark master at (spark://\\S+)");

    private final Path folder;
    private final List<Process> workers = new ArrayList<>();
    private final Process master;
    private final String url;

    private SparkCluster(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        master = daemon("master", "Master", "--port", "0");
        await(master, folder.resolve("master.log"), () -> URL.matcher(log("master"))
                .find());
        Matcher found = URL.matcher(log("master"));
        url = found.find() ? found.group(1) : "";
    }

    static SparkCluster in(Path folder) throws IOException, InterruptedException {
        SparkCluster cluster = new SparkCluster(folder);
        for (String name : List.of("one", "two")) {
            Path work = folder.resolve(name);
            cluster.workers.add(cluster.daemon(
                    name, "Worker", "--cores", "1", "--memory", "1g", "--work-dir", work.toString(), cluster.url));
        }
        await(
                cluster.master,
                folder.resolve("master.log"),
                () -> cluster.log("master").split("Registering worker", -1).length == 3);
        return cluster;
    }

    /** Skips, or fails where nothing may be skipped, if Spark is missing. */
    static void need() {
        String home = System.getenv("SPARK_HOME");
        String places = (home == null ? "" : home + "/bin" + File.pathSeparator) + System.getenv("PATH");
        boolean found = Stream.of(places.split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "spark-submit")));
        Program.need(found, "spark-submit is not on the PATH; the line pyspark of .ci/requirements.txt installs it");
    }

    String url() {
        return url;
    }

    /** Kills, as {@code kill -9} does, the executor below which a program with such a last argument runs. */
    void killExecutorOf(String lastArguments) {
        ProcessHandle executor = workers.stream()
                .flatMap(Process::children)
                .filter(child -> child.descendants()
                        .anyMatch(program ->
                                program.info().commandLine().orElse("").endsWith(lastArguments)))
                .findFirst()
                .orElseThrow();
        executor.destroyForcibly();
    }

    private Process daemon(String name, String kind, String... arguments) throws IOException {
        String home = System.getenv("SPARK_HOME");
        List<String> command = new ArrayList<>(List.of(
                home == null ? "spark-class" : home + "/bin/spark-class",
                "org.apache.spark.deploy." + kind.toLowerCase(Locale.ROOT) + "." + kind,
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
    }

    private String log(String name) {
        return Program.read(folder.resolve(name + ".log"));
    }

    /** Waits until it is so, while the process goes on. */
    static void await(Process process, Path log, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError(
                        "it ended, or " + PATIENCE_SECONDS + " seconds were not enough: " + Program.read(log));
            }
            Thread.sleep(20);
        }
    }

    /** Workers end their executors. */
    @Override
    public void close() {
        for (Process worker : workers) {
            worker.destroy();
            worker.onExit().join();
        }
        master.destroy();
        master.onExit().join();
    }
}
