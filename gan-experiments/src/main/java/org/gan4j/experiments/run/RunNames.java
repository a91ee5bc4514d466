package org.gan4j.experiments.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Experiment;
import org.gan4j.experiments.store.RunFolder;

/** What runs are called, and where their folders go. */
public final class RunNames {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private RunNames() {}

    /** The names of all cells of a grid, in order. */
    public static List<String> of(List<Experiment> grid) {
        return grid.stream().map(cell -> of(cell, grid)).toList();
    }

    /** {@code loss/seed1}, with the value of every other setting in which the cells of a grid differ. */
    public static String of(Experiment cell, List<Experiment> grid) {
        SortedSet<String> varying = new TreeSet<>();
        for (Experiment other : grid) {
            other.settings().forEach((key, value) -> {
                if (!value.equals(cell.settings().get(key))) {
                    varying.add(key);
                }
            });
        }
        varying.remove("seed");
        String others = varying.stream()
                .filter(key -> !key.equals("loss") && !key.startsWith("loss."))
                .map(key -> key + "=" + cell.settings().getOrDefault(key, ""))
                .collect(Collectors.joining("/"));
        String loss = cell.parts().loss().name();
        String shortLoss = loss.substring(loss.lastIndexOf('.') + 1);
        return shortLoss + "/" + (others.isEmpty() ? "" : others + "/") + "seed" + cell.seed();
    }

    /** The folder in which an experiment's runs lie, made if need be. */
    static Path home(Experiment experiment) {
        Path home = experiment.runs().resolve(experiment.name());
        try {
            return Files.createDirectories(home);
        } catch (IOException e) {
            String file = Files.isRegularFile(experiment.runs())
                    ? experiment.runs() + " is a file"
                    : Files.isRegularFile(home)
                            ? home + " is a file"
                            : "cannot make " + home + " (" + e.getMessage() + ")";
            throw new InvalidInput(
                    "runs=" + experiment.runs(), file + "; runs need a folder there, or another one with runs=DIR");
        }
    }

    /** A new folder named after the run and the time. */
    public static RunFolder create(Experiment experiment, String name) {
        String base = name.replaceAll("[^A-Za-z0-9._=-]+", "-") + "-"
                + LocalDateTime.now().format(TIME);
        Path home = home(experiment);
        for (int i = 1; ; i++) {
            Path path = home.resolve(i == 1 ? base : base + "-" + i);
            try {
                return new RunFolder(Files.createDirectory(path));
            } catch (FileAlreadyExistsException taken) {
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException("the folder " + path + " cannot be made", e);
            }
        }
    }
}
