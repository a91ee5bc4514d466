package org.gan4j.experiments.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.settings.record.DistinguishingKeys;

/** The names of runs and of their folders. */
public final class RunNames {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private RunNames() {}

    /** The name of a run that stands alone. */
    public static String of(Experiment experiment) {
        return of(List.of(experiment)).get(0);
    }

    /**
     * The names of the runs of a grid: {@code loss/seed1}, with the value of every other setting that tells cells apart. No two of
     * them, and no two of the folders named after them, are the same; of cells that are, the second is {@code loss/seed1 #2}.
     */
    public static List<String> of(List<Experiment> grid) {
        SortedSet<String> keys =
                DistinguishingKeys.of(grid.stream().map(Experiment::settings).toList());
        boolean shortened =
                grid.stream().map(cell -> cell.parts().loss().name()).distinct().count()
                        == grid.stream().map(RunNames::shortLoss).distinct().count();
        Set<String> stems = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (Experiment cell : grid) {
            String loss = shortened ? shortLoss(cell) : cell.parts().loss().name();
            String first = name(cell, loss, keys);
            String name = first;
            for (int i = 2; !stems.add(stem(name)); i++) {
                name = first + " #" + i;
            }
            names.add(name);
        }
        return names;
    }

    private static String name(Experiment cell, String loss, SortedSet<String> keys) {
        return Stream.of(
                        Stream.of(loss),
                        keys.stream()
                                .filter(key ->
                                        !key.equals("loss") && cell.settings().containsKey(key))
                                .map(key -> key + "=" + cell.settings().get(key)),
                        Stream.of("seed" + cell.seed()))
                .flatMap(words -> words)
                .collect(Collectors.joining("/"));
    }

    /** The name of a loss, without the package where it is a class. */
    private static String shortLoss(Experiment cell) {
        String loss = cell.parts().loss().name();
        return loss.substring(loss.lastIndexOf('.') + 1);
    }

    /** Returns the beginning of the name of a run's folder; the time that it began at follows. */
    public static String stem(String name) {
        return name.replaceAll("[^A-Za-z0-9._=-]+", "-");
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

    /** Returns the name of a folder that is made now. */
    static String folder(String name) {
        return stem(name) + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
    }
}
