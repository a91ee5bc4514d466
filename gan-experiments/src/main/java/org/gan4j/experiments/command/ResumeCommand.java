package org.gan4j.experiments.command;

import java.nio.file.Path;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.plugin.Param;

/** {@code gan resume}. */
@Usage(
        value = "goes on with a run from its last checkpoint",
        arguments = "RUN",
        examples = {"gan resume runs/ring/non-saturating-seed1-20260101-120000", "gan resume latest"})
public record ResumeCommand(
        @Param(value = "runs", doc = "folder in which names of runs are looked up")
        Path runs) implements Command {
    @Override
    public int run(Context context) {
        return TrainCommand.tell(
                context, TrainCommand.runner(context).resume(RunArgument.only(context.arguments(), runs)));
    }
}
