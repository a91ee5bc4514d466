package org.gan4j.experiments.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.net.PretrainedNet;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.CheckpointImport;
import org.gan4j.api.run.Run;
import org.gan4j.api.train.Player;
import org.gan4j.experiments.store.RunFolder;

/** Checkpoints of a run on disk: each complete or absent, and only the newest kept. */
final class Checkpoints {
    private Checkpoints() {}

    /** Writes beside the final place, moves there at once, and then drops the older ones. */
    static void save(RunFolder folder, Run run) {
        Path place = folder.checkpoint(run.step());
        Path part = place.resolveSibling(place.getFileName() + ".part");
        try {
            if (Files.exists(place)) {
                return;
            }
            Files.createDirectories(folder.checkpoints());
            delete(part);
            run.save(part);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            for (Path other : list(folder.checkpoints())) {
                if (!other.equals(place)) {
                    delete(other);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint " + place + " could not be written", e);
        }
    }

    /** Goes back to the newest checkpoint, if there is one. */
    static boolean restore(RunFolder folder, Run run) {
        OptionalLong newest = folder.latestCheckpoint();
        newest.ifPresent(step -> run.restore(folder.checkpoint(step)));
        return newest.isPresent();
    }

    /**
     * Brings the weights of earlier runs into players that begin with them. To be called before the first step, and not when a
     * run goes on from a checkpoint of its own.
     */
    static void pretrain(Experiment experiment, Run run, Progress progress) {
        pretrain(experiment.parts().generator(), Player.GENERATOR, run, progress);
        pretrain(experiment.parts().discriminator(), Player.DISCRIMINATOR, run, progress);
    }

    private static void pretrain(Part<?> part, Player player, Run run, Progress progress) {
        if (part.value() instanceof PretrainedNet pretrained) {
            Path checkpoint = checkpoint(part.key() + ".pretrained", pretrained.pretrained());
            run.require(CheckpointImport.class)
                    .importWeights(checkpoint, player.scope() + "." + pretrained.place() + ".", player.scope() + ".");
            progress.say("the " + player + " begins with the weights of " + checkpoint);
        }
    }

    private static Path checkpoint(String key, Path named) {
        RunFolder folder = earlier(key, named);
        return folder.checkpoint(
                folder.latestCheckpoint().orElseThrow(() -> new InvalidInput(key, named + " has no checkpoint yet")));
    }

    private static RunFolder earlier(String key, Path named) {
        if (!Files.isDirectory(named)) {
            throw new InvalidInput(
                    key, "there is no run " + named + "; train it first, or name the folder of the run that is meant");
        }
        if (Files.exists(new RunFolder(named).runJson())) {
            return RunFolder.open(named);
        }
        List<RunFolder> runs =
                RunFolder.below(named).stream().filter(RunFolder::isRun).toList();
        if (runs.size() != 1) {
            throw new InvalidInput(
                    key, named + " holds " + runs.size() + " runs; name the folder of the one that is meant");
        }
        return runs.get(0);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
