package org.gan4j.experiments.program.command.result;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Nearest;
import org.gan4j.binding.UserPath;
import org.gan4j.experiments.store.RecordedRun;
import org.gan4j.experiments.store.RunFolder;

/** A run as users name it: the path of its folder, the folder's name, or {@code latest}. */
public final class RunArgument {
    private static final String LATEST = "latest";

    private RunArgument() {}

    /**
     * The run that is meant.
     *
     * @param runs where names are looked up
     */
    public static RunFolder find(String text, Path runs) {
        Path path = UserPath.of(text);
        if (Files.exists(path) || text.contains("/")) {
            return RunFolder.open(path);
        }
        List<RunFolder> known = RunFolder.below(runs);
        Optional<RunFolder> found = text.equals(LATEST)
                ? RecordedRun.of(known).stream()
                        .filter(run -> run.record().kind().equals("run"))
                        .max(Comparator.comparingLong(run -> run.record().started()))
                        .map(RecordedRun::folder)
                : known.stream().filter(folder -> folder.name().equals(text)).findFirst();
        return found.orElseThrow(() -> new InvalidInput(
                text,
                "no such run below " + runs + ": "
                        + Nearest.hint(text, known.stream().map(RunFolder::name).toList())));
    }

    /** The one run or comparison to resume: the latest run of a comparison stands for the comparison. */
    public static RunFolder resumable(List<String> arguments, Path runs) {
        if (!arguments.equals(List.of(LATEST))) {
            return only(arguments, runs);
        }
        List<RecordedRun> known = RecordedRun.of(RunFolder.below(runs));
        RecordedRun newest = known.stream()
                .max(Comparator.comparingLong(run -> run.record().started()))
                .orElseThrow(() -> new InvalidInput(LATEST, "there is no run below " + runs));
        String parent = newest.record().parent();
        return known.stream()
                .filter(run -> run.record().uid().equals(parent))
                .findFirst()
                .orElse(newest)
                .folder();
    }

    /** The one run that a command's arguments name. */
    public static RunFolder only(List<String> arguments, Path runs) {
        if (arguments.size() != 1) {
            throw new InvalidInput(
                    "", "name one run: its folder, the folder's name, or " + LATEST + "; got " + arguments.size());
        }
        return find(arguments.get(0), runs);
    }
}
