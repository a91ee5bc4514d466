package org.gan4j.experiments.run.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.net.PretrainedNet;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.CheckpointImport;
import org.gan4j.api.run.Run;
import org.gan4j.api.train.Player;
import org.gan4j.experiments.store.RunFolder;

/** Weights of earlier runs, with which players begin. */
public final class PretrainedWeights {
    private PretrainedWeights() {}

    /**
     * Brings the weights of earlier runs into players that begin with them. To be called before the first step, and not when a
     * run goes on from a checkpoint of its own.
     */
    public static void bring(Experiment experiment, Run run, Consumer<String> say) {
        bring(experiment.parts().generator(), Player.GENERATOR, run, say);
        bring(experiment.parts().discriminator(), Player.DISCRIMINATOR, run, say);
    }

    private static void bring(Part<?> part, Player player, Run run, Consumer<String> say) {
        if (part.value() instanceof PretrainedNet pretrained) {
            Path checkpoint = checkpoint(part.key() + ".pretrained", pretrained.pretrained());
            run.require(CheckpointImport.class)
                    .importWeights(checkpoint, player.scope() + "." + pretrained.place() + ".", player.scope() + ".");
            say.accept("the " + player + " begins with the weights of " + checkpoint);
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
        RunFolder itself = new RunFolder(named);
        if (itself.isRun()) {
            return itself;
        }
        List<RunFolder> runs = RunFolder.below(named);
        if (runs.size() != 1) {
            throw new InvalidInput(
                    key, named + " holds " + runs.size() + " runs; name the folder of the one that is meant");
        }
        return runs.get(0);
    }
}
