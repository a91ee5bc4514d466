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

/**
 * Submits an array job, whose script is the resource {@code slurm.sh}. Slurm may signal up to a minute earlier than it was
 * asked to; with the least minutes and the most notice, two minutes are left for work.
 */
@About("an array job of Slurm")
public record SlurmLauncher(
        @Param(value = "1", min = 1, doc = "cells a task, one after the other; pack short cells")
        int each,

        @Param(value = "60", min = 5, doc = "minutes that a task may run before it is stopped and queued again")
        int minutes,

        @Param(
                value = "90",
                min = 30,
                max = 120,
                doc = "seconds before that at which the cell is told to write its checkpoint")
        int notice,

        @Param(value = "10", min = 0, doc = "times that a task is queued again, at most")
        int restarts,

        @Param(value = "2", min = 1, doc = "cores a task") int cores,
        @Param(value = "4G", doc = "memory a task") String memory,

        @Param(value = ANY, doc = "partition; " + ANY + " leaves the choice to the cluster")
        String partition,

        @Param(value = "gan", doc = "the program on the nodes, with its common options")
        String gan,

        @Param(value = "sbatch", doc = "the program that takes the script")
        String sbatch)
        implements Launcher {
    private static final String ANY = "any";

    @Override
    public String job(PlannedCells cells) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", JobTemplate.name(cells));
        values.put("last", String.valueOf((cells.count() - 1) / each));
        values.put("count", String.valueOf(cells.count()));
        values.put("each", String.valueOf(each));
        values.put("minutes", String.valueOf(minutes));
        values.put("notice", String.valueOf(notice));
        values.put("restarts", String.valueOf(restarts));
        values.put("cores", String.valueOf(cores));
        values.put("memory", memory);
        values.put("partition", partition.equals(ANY) ? "" : partition);
        values.put("gan", gan);
        values.put("log", cells.comparison().resolve("slurm-%A_%a.log").toString());
        values.put("comparison", JobTemplate.quoted(cells.comparison().toString()));
        return new JobTemplate("slurm.sh").filled(values);
    }

    @Override
    public boolean launch(PlannedCells cells, Consumer<String> say) throws IOException, InterruptedException {
        say.accept(new EngineClient(List.of(sbatch)).submit(job(cells), cells.comparison()));
        return true;
    }
}
