package org.gan4j.experiments.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.RunRecord;
import org.gan4j.api.run.Status;

/**
 * The layout of {@code runs/<experiment>/<run>/}: the names of all its files in one place. Nothing is read or made until it
 * is asked for. A comparison has a folder of the same kind.
 *
 * @param path the folder itself; it need not exist yet
 */
public record RunFolder(Path path) {
    /** How deep below {@code runs/} a run may lie. */
    private static final int DEPTH = 4;

    private static final Pattern CHECKPOINT = Pattern.compile("step-(\\d{1,18})");
    private static final Pattern PICTURE = Pattern.compile("step-(\\d{1,18})\\.png");

    /**
     * The folder of a run that exists.
     *
     * @throws InvalidInput if there is no run in it
     */
    public static RunFolder open(Path path) {
        RunFolder folder = new RunFolder(path);
        if (folder.isRun()) {
            return folder;
        }
        throw new InvalidInput(path.toString(), folder.whyNoRun());
    }

    /** All runs and comparisons in a folder and those below it, sorted by path; none where the folder does not exist. */
    public static List<RunFolder> below(Path runs) {
        if (Files.notExists(runs)) {
            return List.of();
        }
        if (!Files.isDirectory(runs)) {
            throw new InvalidInput(runs.toString(), "is a file, expected the folder that holds the runs");
        }
        List<RunFolder> found = new ArrayList<>();
        try {
            Files.walkFileTree(runs, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEPTH, new Search(found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.comparing(RunFolder::path));
        return List.copyOf(found);
    }

    /** The path of a file within this folder, with slashes. */
    public String relative(Path file) {
        return path.relativize(file).toString().replace('\\', '/');
    }

    /** The provenance: a {@link RunRecord}. */
    public Path runJson() {
        return path.resolve("run.json");
    }

    /** The resolved experiment, as a user would write it. */
    public Path experimentYaml() {
        return path.resolve("experiment.yaml");
    }

    /** Every event of the run, in order. */
    public Path journal() {
        return path.resolve("journal.log");
    }

    /** Every value of every metric: {@code step,millis,name,value}. */
    public Path metricsCsv() {
        return path.resolve("metrics.csv");
    }

    /** How the run ended: an {@link RunEnding}. Absent while it runs. */
    public Path outcomeJson() {
        return path.resolve("outcome.json");
    }

    /** What the runs of a comparison say together: a {@link ComparisonRecord}. Only in a comparison's folder. */
    public Path comparisonJson() {
        return path.resolve("comparison.json");
    }

    /** What a comparison set out to do: a {@link ComparisonPlan}. Only in a comparison's folder. */
    public Path planJson() {
        return path.resolve("plan.json");
    }

    /** The experiments of a comparison's cells, in order. */
    public Path cells() {
        return path.resolve("cells");
    }

    /** The experiments of the comparison that follows a {@link ComparisonPlan.Sweep}. */
    public Path next() {
        return path.resolve("next");
    }

    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** The folder of one checkpoint. */
    public Path checkpoint(long step) {
        return checkpoints().resolve("step-" + step);
    }

    /** What trackers refused of the run, a line each. Absent where nothing was. */
    public Path refused() {
        return path.resolve("refused.log");
    }

    /** Pictures and other files that are worth showing. */
    public Path artifacts() {
        return path.resolve("artifacts");
    }

    /** The rules of the game, as its parts give them. */
    public Path rules() {
        return artifacts().resolve("rules.json");
    }

    /** How D's logits lie at each look: {@code step,logit,fake,real}. */
    public Path logits() {
        return artifacts().resolve("logits.csv");
    }

    /** The folder of the sample pictures. */
    public Path samples() {
        return artifacts().resolve("samples");
    }

    /** The sample picture of one step; names sort by step. */
    public Path samples(long step) {
        return samples().resolve(String.format(Locale.ROOT, "step-%09d.png", step));
    }

    /** The generator as another program loads it. */
    public Path model() {
        return artifacts().resolve("model");
    }

    public Path report() {
        return path.resolve("report.html");
    }

    /** Whether a run or comparison has begun here. */
    public boolean isRun() {
        return Files.isRegularFile(runJson());
    }

    /** Last part of the path. */
    public String name() {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    /** The provenance of the run. */
    public RunRecord record() {
        return Json.read(open(path).runJson(), RunRecord.class);
    }

    public void write(RunRecord run) {
        Json.write(runJson(), run);
    }

    /** How the run ended; empty while it runs, and after a death that left no time to say so. */
    public Optional<RunEnding> ending() {
        return Files.exists(outcomeJson()) ? Optional.of(Json.read(outcomeJson(), RunEnding.class)) : Optional.empty();
    }

    public void write(RunEnding ending) {
        Json.write(outcomeJson(), ending);
    }

    /** As far as the folder knows: {@code running} where no ending was written. */
    public Status status() {
        return ending().map(RunEnding::status).orElse(Status.RUNNING);
    }

    /** What the comparison came to; empty for a run, and while the comparison's runs are still being made. */
    public Optional<ComparisonRecord> comparison() {
        return Files.exists(comparisonJson())
                ? Optional.of(Json.read(comparisonJson(), ComparisonRecord.class))
                : Optional.empty();
    }

    public void write(ComparisonRecord comparison) {
        Json.write(comparisonJson(), comparison);
    }

    /** What the comparison set out to do; empty for a run, and for a comparison of runs that were made one by one. */
    public Optional<ComparisonPlan> plan() {
        return Files.exists(planJson()) ? Optional.of(Json.read(planJson(), ComparisonPlan.class)) : Optional.empty();
    }

    public void write(ComparisonPlan plan) {
        Json.write(planJson(), plan);
    }

    /** All metrics over the steps, by name; empty before the first value. */
    public SortedMap<String, MetricSeries> metrics() {
        return Files.exists(metricsCsv()) ? MetricsCsv.read(metricsCsv()) : new TreeMap<>();
    }

    /** The sample pictures by step. */
    public SortedMap<Long, Path> pictures() {
        return numbered(samples(), PICTURE);
    }

    /** The step of the newest checkpoint. */
    public OptionalLong latestCheckpoint() {
        SortedMap<Long, Path> found = numbered(checkpoints(), CHECKPOINT);
        return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.lastKey());
    }

    private static SortedMap<Long, Path> numbered(Path folder, Pattern pattern) {
        SortedMap<Long, Path> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                Matcher name = pattern.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.put(Long.parseLong(name.group(1)), file);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private String whyNoRun() {
        if (Files.notExists(path)) {
            return "does not exist; expected the folder of a run";
        }
        if (!Files.isDirectory(path)) {
            return "is a file; expected the folder of a run";
        }
        List<RunFolder> inside = below(path);
        String hint =
                inside.isEmpty() ? "" : "; a run in it is " + inside.get(0).path();
        return "is not the folder of a run: it holds no run.json" + hint;
    }

    /** Collects runs; what lies inside a run is its own affair. */
    private static final class Search extends SimpleFileVisitor<Path> {
        private final List<RunFolder> found;

        Search(List<RunFolder> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            RunFolder candidate = new RunFolder(folder);
            if (!candidate.isRun()) {
                return FileVisitResult.CONTINUE;
            }
            found.add(candidate);
            return FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            return FileVisitResult.CONTINUE;
        }
    }
}
