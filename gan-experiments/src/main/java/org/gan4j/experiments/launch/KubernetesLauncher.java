package org.gan4j.experiments.launch;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.gan4j.api.launch.Launcher;
import org.gan4j.api.launch.PlannedCells;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/** Creates an Indexed Job, whose manifest is the resource {@code kubernetes.yaml}. */
@About("an Indexed Job of Kubernetes, 1.29 or newer")
public record KubernetesLauncher(
        @Param(doc = "the container image, made from the distribution's Containerfile")
        String image,

        @Param(doc = "the persistent volume claim that holds the runs' folder")
        String claim,

        @Param(value = "4", min = 1, doc = "pods at a time") int parallel,

        @Param(value = "6", min = 0, doc = "retries of a cell, at most")
        int retries,

        @Param(value = "2", doc = "cores a pod") String cores,
        @Param(value = "4Gi", doc = "memory a pod") String memory,
        @Param(value = "default", doc = "namespace") String namespace,

        @Param(value = "gan", doc = "the program in the image, with its common options")
        String gan,

        @Param(value = "kubectl", doc = "the program that takes the manifest")
        String kubectl)
        implements Launcher {
    @Override
    public String job(PlannedCells cells) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", JobTemplate.name(cells));
        values.put("namespace", text(namespace));
        values.put("count", String.valueOf(cells.count()));
        values.put("parallel", String.valueOf(parallel));
        values.put("retries", String.valueOf(retries));
        values.put("image", text(image));
        values.put("claim", text(claim));
        values.put("cores", text(cores));
        values.put("memory", text(memory));
        values.put(
                "command",
                text("exec " + gan + " cell "
                        + JobTemplate.quoted(cells.comparison().toString()) + " $((JOB_COMPLETION_INDEX + 1))"));
        values.put("runs", text(runs(cells)));
        return new JobTemplate("kubernetes.yaml").filled(values);
    }

    /** The folder that {@code runs=} named: the comparison and its runs lie in a folder of it. */
    private static String runs(PlannedCells cells) {
        return String.valueOf(cells.comparison().resolve("../..").normalize());
    }

    /** A text as YAML's double-quoted style, in which Kubernetes reads $(NAME) as a variable and $$ as a dollar. */
    private static String text(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("$(", "$$(") + '"';
    }

    @Override
    public boolean launch(PlannedCells cells, Consumer<String> say) throws IOException, InterruptedException {
        say.accept(new EngineClient(List.of(kubectl, "create", "-f", "-")).submit(job(cells), cells.comparison()));
        return true;
    }
}
