package org.gan4j.experiments.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.experiment.Status;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.track.RunRecord;
import org.gan4j.disk.WholeFile;
import org.gan4j.experiments.store.file.SteppedFiles;

/**
 * The layout of {@code runs/<experiment>/<run>/}: the names of all its files in one place. Creating this object reads
 * and creates nothing. A comparison has a folder of the same kind.
 *
 * @param path the folder itself; it need not exist yet
 */
public record RunFolder(Path path) {
    /**
     * Opens the folder of an existing run.
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

    /** Returns all runs and comparisons in the folder that this one lies in, itself included. A comparison's runs are among them. */
    public List<RunFolder> siblings() {
        return below(Objects.requireNonNull(path.toAbsolutePath().getParent()));
    }

    /**
     * Returns all runs and comparisons in a folder and below it, sorted by path; empty if the folder does not exist. Links are
     * followed, and a run that is reached on several ways is listed once.
     */
    public static List<RunFolder> below(Path runs) {
        return RunSearch.below(runs);
    }

    /** Returns the path of a file within this folder, with slashes. */
    public String relative(Path file) {
        return path.relativize(file).toString().replace('\\', '/');
    }

    /** The file with the provenance: a {@link RunRecord}. */
    public Path runJson() {
        return path.resolve("run.json");
    }

    /** The file with the resolved experiment, as a user would write it. */
    public Path experimentYaml() {
        return path.resolve("experiment.yaml");
    }

    /** The journal: every event of the run, in order. */
    public Path journal() {
        return path.resolve("journal.log");
    }

    /** The file with every value of every metric: {@code step,millis,name,value}. */
    public Path metricsCsv() {
        return path.resolve("metrics.csv");
    }

    /** The file with the stack trace of a run that failed by a fault of the program or of a plug-in; absent otherwise. */
    public Path errorText() {
        return path.resolve("error.txt");
    }

    /** The file with the run's ending, a {@link RunEnding}; absent while it runs. */
    public Path outcomeJson() {
        return path.resolve("outcome.json");
    }

    /** The file with a comparison's results, a {@link ComparisonRecord}; only in a comparison's folder. */
    public Path comparisonJson() {
        return path.resolve("comparison.json");
    }

    /** The file with a comparison's plan, a {@link ComparisonPlan}; only in a comparison's folder. */
    public Path planJson() {
        return path.resolve("plan.json");
    }

    /** The folder with the experiments of a comparison's cells, in order. */
    public Path cells() {
        return path.resolve("cells");
    }

    /** The file that a process locks while it works on a cell, counted from 1; only in a comparison's folder. */
    public Path cellLock(int cell) {
        return path.resolve("locks").resolve(String.format(Locale.ROOT, "%04d.lock", cell));
    }

    /** The folder with the experiments of the comparison that follows a {@link ComparisonPlan.Sweep}. */
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

    /** The file with the records that trackers refused, a line each; absent if there are none. */
    public Path refused() {
        return path.resolve("refused.log");
    }

    /** The folder with pictures and other files that are worth showing. */
    public Path artifacts() {
        return path.resolve("artifacts");
    }

    /** The file with the rules of the game, as its parts define them. */
    public Path rules() {
        return artifacts().resolve("rules.json");
    }

    /** The file with the distribution of D's logits at each evaluation: {@code step,logit,fake,real}. */
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

    /** The picture of one step that shows generated pictures above the training pictures that are nearest to them. */
    public Path neighbours(long step) {
        return neighbours().resolve(String.format(Locale.ROOT, "step-%09d.png", step));
    }

    private Path neighbours() {
        return artifacts().resolve("neighbours");
    }

    /** The file with the controls of the run's metrics, {@link MetricControls}; absent until they are measured. */
    public Path controlsJson() {
        return artifacts().resolve("controls.json");
    }

    /** The folder with the exported generator, which other programs load. */
    public Path model() {
        return artifacts().resolve("model");
    }

    public Path report() {
        return path.resolve("report.html");
    }

    /** Returns whether a run or comparison has begun here. A folder that does not hold all its first files yet is none. */
    public boolean isRun() {
        return !WholeFile.isUnfinished(path) && Files.isRegularFile(runJson());
    }

    /** Returns the last part of the path. */
    public String name() {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    /** Reads the provenance of the run. */
    public RunRecord record() {
        RunRecord record = Json.read(open(path).runJson(), RunRecord.class);
        if (record.uid() == null || record.uid().isEmpty()) {
            throw new InvalidInput(runJson().toString(), "is not the record of a run or comparison");
        }
        return record;
    }

    public void write(RunRecord run) {
        Json.write(runJson(), run);
    }

    /** Reads how the run ended; empty while it runs, and if it was killed before it could record an ending. */
    public Optional<RunEnding> ending() {
        return Files.exists(outcomeJson()) ? Optional.of(Json.read(outcomeJson(), RunEnding.class)) : Optional.empty();
    }

    public void write(RunEnding ending) {
        Json.write(outcomeJson(), ending);
    }

    /** Returns the status that the folder records: {@code running} if no ending was written. */
    public Status status() {
        return ending().map(RunEnding::status).orElse(Status.RUNNING);
    }

    /** Reads the comparison's results; empty for a run, and while the comparison's runs are not finished. */
    public Optional<ComparisonRecord> comparison() {
        return Files.exists(comparisonJson())
                ? Optional.of(Json.read(comparisonJson(), ComparisonRecord.class))
                : Optional.empty();
    }

    public void write(ComparisonRecord comparison) {
        Json.write(comparisonJson(), comparison);
    }

    /** Reads the comparison's plan; empty for a run, and for a comparison of runs that were trained one by one. */
    public Optional<ComparisonPlan> plan() {
        return Files.exists(planJson()) ? Optional.of(Json.read(planJson(), ComparisonPlan.class)) : Optional.empty();
    }

    public void write(ComparisonPlan plan) {
        Json.write(planJson(), plan);
    }

    /** Reads the controls of the run's metrics, as far as they were measured. */
    public MetricControls controls() {
        return Files.exists(controlsJson()) ? Json.read(controlsJson(), MetricControls.class) : MetricControls.NONE;
    }

    public void write(MetricControls controls) {
        Json.write(controlsJson(), controls);
    }

    /** Reads all metrics over the steps, by name; empty before the first value. */
    public SortedMap<String, MetricSeries> metrics() {
        return Files.exists(metricsCsv()) ? MetricsCsv.read(metricsCsv()) : new TreeMap<>();
    }

    /** Returns the sample pictures by step. */
    public SortedMap<Long, Path> pictures() {
        return SteppedFiles.pictures(samples());
    }

    /** Returns the picture of nearest training pictures of the last step that has one. */
    public Optional<Path> latestNeighbours() {
        return SteppedFiles.pictures(neighbours()).values().stream().reduce((before, last) -> last);
    }

    /** Returns the steps of the checkpoints, the newest first; whether they are sound is not known. */
    public List<Long> checkpointSteps() {
        return SteppedFiles.checkpoints(checkpoints()).keySet().stream()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Returns the step of the newest checkpoint. */
    public OptionalLong latestCheckpoint() {
        return checkpointSteps().stream().mapToLong(Long::longValue).findFirst();
    }

    private String whyNoRun() {
        if (Files.notExists(path)) {
            return "does not exist; expected the folder of a run";
        }
        if (!Files.isDirectory(path)) {
            return "is a file; expected the folder of a run";
        }
        if (WholeFile.isUnfinished(path) && Files.exists(runJson())) {
            return "is not finished: the program makes the run in it, or was stopped meanwhile, and the next run beside it"
                    + " removes it then; a folder that you have named so yourself needs a name without "
                    + WholeFile.UNFINISHED;
        }
        List<RunFolder> inside = below(path);
        String hint =
                inside.isEmpty() ? "" : "; a run in it is " + inside.get(0).path();
        return "is not the folder of a run: it holds no run.json" + hint;
    }
}
