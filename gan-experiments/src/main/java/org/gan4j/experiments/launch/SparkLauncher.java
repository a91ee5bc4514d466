package org.gan4j.experiments.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gan4j.api.launch.Launcher;
import org.gan4j.api.launch.PlannedCells;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * Hands an application, the resource {@code spark.py}, to the cluster's own {@code spark-submit}, and waits for its end. It is
 * written into the comparison's folder as {@code spark.py}, and what Spark says as {@code spark-driver.log}.
 */
@About("tasks of a Spark application, 3.5 or 4")
public record SparkLauncher(
        @Param(doc = "the cluster, such as spark://host:7077 or yarn; local[2] tries it on this machine")
        String master,

        @Param(value = "4", min = 1, max = 10_000, doc = "cells at a time, at most")
        int parallel,

        @Param(value = "4", min = 0, max = 10, doc = "retries of a cell, at most")
        int retries,

        @Param(value = "2", min = 1, doc = "cores a cell") int cores,

        @Param(value = "4g", doc = "memory a cell; engines that count memory reserve it")
        String memory,

        @Param(value = "true", doc = "whether the workers see the runs' folder; if not, they send finished runs back")
        boolean shared,

        @Param(value = "[]", doc = "further arguments of spark-submit")
        List<String> options,

        @Param(value = "gan", doc = "the program on the workers, with its common options")
        String gan,

        @Param(
                value = "spark-submit",
                doc = "the program that takes the application, in SPARK_HOME/bin if that is set, or on the PATH")
        String submit)
        implements Launcher {
    @Override
    public String job(PlannedCells cells) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("command", command(cells).stream().map(SparkLauncher::word).collect(Collectors.joining(" ")));
        values.put("comparison", text(cells.comparison().toString()));
        values.put("count", String.valueOf(cells.count()));
        values.put("parallel", String.valueOf(parallel));
        values.put("retries", String.valueOf(retries));
        values.put("shared", String.valueOf(shared));
        values.put("cores", String.valueOf(cores));
        values.put("gan", text(gan));
        return new JobTemplate("spark.py").filled(values);
    }

    @Override
    public boolean launch(PlannedCells cells, Consumer<String> say) throws IOException, InterruptedException {
        Files.writeString(application(cells), job(cells));
        new EngineClient(command(cells))
                .follow(cells.comparison(), cells.comparison().resolve("spark-driver.log"), say);
        return false;
    }

    /** One executor runs one cell at a time, in a process of its own; so the executor itself needs little memory. */
    private List<String> command(PlannedCells cells) {
        List<String> command =
                new ArrayList<>(List.of(program(), "--master", master, "--name", JobTemplate.name(cells)));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("spark.speculation", false);
        settings.put("spark.task.maxFailures", retries + 1);
        settings.put("spark.task.cpus", cores);
        settings.put("spark.executor.cores", cores);
        settings.put("spark.executor.memory", "512m");
        settings.put("spark.executor.memoryOverhead", memory);
        settings.put("spark.executor.instances", parallel);
        settings.put("spark.cores.max", (long) parallel * cores);
        settings.forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
        command.addAll(options);
        command.add(application(cells).toString());
        return command;
    }

    private String program() {
        String home = System.getenv("SPARK_HOME");
        return home == null || submit.contains("/")
                ? submit
                : Path.of(home, "bin", submit).toString();
    }

    private static Path application(PlannedCells cells) {
        return cells.comparison().resolve("spark.py");
    }

    /** A text as a string of Python. */
    private static String text(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String word(String value) {
        return value.matches("[\\w./:=,-]+") ? value : JobTemplate.quoted(value);
    }
}
