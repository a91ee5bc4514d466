package org.gan4j.experiments.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gan4j.disk.DiskTrouble;
import org.gan4j.disk.WholeFile;
import org.gan4j.disk.WholeFolder;

/**
 * The plan of a comparison: {@code plan.json}, with the experiments of its cells beside it. It is written before the
 * first run, so that an interrupted comparison can be resumed.
 *
 * @param factors the settings that it compares
 * @param waived further settings that may differ
 * @param tuning the origin of the arms' own values
 * @param sweep the search that it makes for another comparison, if it does
 */
public record ComparisonPlan(List<String> factors, List<String> waived, TuningRecord tuning, Sweep sweep) {
    public ComparisonPlan {
        factors = factors == null ? List.of() : List.copyOf(factors);
        waived = waived == null ? List.of() : List.copyOf(waived);
        tuning = tuning == null ? TuningRecord.none() : tuning;
        sweep = sweep == null ? Sweep.none() : sweep;
    }

    /** Returns the plan of a comparison that is neither tuned nor a search. */
    public static ComparisonPlan of(List<String> factors, List<String> waived) {
        return new ComparisonPlan(factors, waived, TuningRecord.none(), Sweep.none());
    }

    /** Returns the plan of a comparison whose arms have values of their own that were chosen before. */
    public static ComparisonPlan tuned(List<String> waived, TuningRecord tuning) {
        return new ComparisonPlan(List.of(), waived, tuning, Sweep.none());
    }

    /** Returns the plan of a search for the values of the comparison that follows. */
    public static ComparisonPlan search(List<String> waived, Sweep sweep) {
        return new ComparisonPlan(List.of(), waived, TuningRecord.none(), sweep);
    }

    /** Returns the same plan with these factors. */
    public ComparisonPlan about(List<String> found) {
        return new ComparisonPlan(found, waived, tuning, sweep);
    }

    /**
     * A search for the best value of one setting for each arm of the comparison that follows it.
     *
     * @param key    the setting; empty where the comparison is no search
     * @param values as the user wrote them
     * @param seeds  tried with each value
     * @param metric what each value is judged by
     * @param goal   {@code lowest} or {@code highest}
     */
    public record Sweep(String key, List<String> values, List<Long> seeds, String metric, String goal) {
        public Sweep {
            values = values == null ? List.of() : List.copyOf(values);
            seeds = seeds == null ? List.of() : List.copyOf(seeds);
        }

        public static Sweep none() {
            return new Sweep("", List.of(), List.of(), "", "");
        }

        @JsonIgnore
        public boolean isNone() {
            return key.isEmpty();
        }
    }

    /** Writes experiments into a folder, one file each, in the order of their names; an empty list makes no folder. */
    public static void write(Path folder, List<String> experiments) {
        for (int i = 0; i < experiments.size(); i++) {
            WholeFile.write(folder.resolve(String.format(Locale.ROOT, "%04d.yaml", i + 1)), experiments.get(i));
        }
    }

    /** Returns the hashes of the experiments that {@link #write} wrote, in order; each stands in the first line of its file. */
    public static List<String> hashes(Path folder) {
        return read(folder).stream().map(ComparisonPlan::hash).toList();
    }

    private static String hash(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return String.valueOf(reader.readLine()).replaceFirst("^# experiment ", "");
        } catch (IOException e) {
            throw DiskTrouble.reading(file, e);
        }
    }

    /** Returns the files of {@link #write}, in order; empty if there is no such folder. */
    public static List<Path> read(Path folder) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try {
            return WholeFolder.list(folder);
        } catch (IOException e) {
            throw DiskTrouble.reading(folder, e);
        }
    }
}
