package org.gan4j.experiments.program.command.run;

import java.util.List;
import java.util.Map;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.bench.Benchmark;
import org.gan4j.experiments.compare.LocalRunner;

/** {@code gan bench}. */
@Usage(
        value =
                "measures how fast experiments train here, which operations take the time, and what the machine can do at best;"
                        + " writes no run",
        arguments = "[RECIPE or FILE...] [key=value...]",
        examples = {
            "gan bench",
            "gan bench ring batch=64",
            "gan bench ring precision=float32,bfloat16 --windows 15",
            "gan bench ring my-experiment.yaml --json"
        })
public record BenchCommand(
        @Param(value = "9", min = 2, doc = "windows of training steps that each experiment is timed in, in turns")
        int windows,

        @Param(value = "0.5", min = 0.001, max = 3600, doc = "seconds that a window takes, about")
        double seconds)
        implements Command {
    @Override
    public int run(Context context) {
        Map<String, Experiment> experiments = BenchArguments.resolve(LocalRunner.of(context), context.arguments());
        if (context.dryRun()) {
            experiments.values().forEach(experiment -> context.print(experiment.toString()));
            List<Map<String, String>> settings = experiments.values().stream()
                    .<Map<String, String>>map(Experiment::settings)
                    .toList();
            context.result(Map.of("experiments", settings));
            return 0;
        }
        BenchPrinter.print(context, new Benchmark(windows, seconds, context::note).measure(experiments));
        return 0;
    }
}
