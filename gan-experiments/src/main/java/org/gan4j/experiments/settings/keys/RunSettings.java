package org.gan4j.experiments.settings.keys;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.OnNan;
import org.gan4j.api.experiment.Precision;
import org.gan4j.api.part.Param;

/** The keys of an experiment that are no parts; a dotted key is the component of a record of its own. */
public record RunSettings(
        @Param(value = "1", doc = "the one seed that all random streams derive from")
        long seed,

        @Param(value = "0", min = 0, doc = "steps after which the run ends; 0 sets no limit")
        long steps,

        @Param(value = "0", min = 0, doc = "epochs of D after which the run ends; 0 sets no limit")
        double epochs,

        @Param(value = "0", min = 0, doc = "minutes of wall time after which the run ends; 0 sets no limit")
        double minutes,

        @Param(value = "100", min = 1, max = 1e6, doc = "real examples per update, and as many generated ones")
        int batch,

        @Param(
                name = "on-nan",
                value = "stop",
                doc = "what happens when a value is not finite: the run stops as diverged, or its nets go back to a"
                        + " checkpoint and training goes on with new draws")
        OnNan onNan,

        @Param(
                value = "float32",
                doc = "the number format in which nets multiply matrices and convolve while they are trained")
        Precision precision,

        @Param(value = "auto", doc = "auto, cpu or gpu:N") String device,

        @Param(value = "runs", doc = "the folder that run folders are made in")
        Path runs,

        @Param(value = "[]", doc = "classes of modules that swap parts, as --module names them")
        List<String> modules) {
    /** {@code precision.force}. */
    public record Forced(
            @Param(
                    value = "false",
                    doc = "whether a precision is used although this machine's processor would only imitate it, slowly")
            boolean force) {}

    /** {@code eval.every}. */
    public record Eval(
            @Param(value = "1000", min = 0, doc = "steps from one evaluation to the next; 0: at the end only")
            long every) {}

    /** {@code costly.every}. */
    public record Costly(
            @Param(
                    value = "0",
                    min = 0,
                    doc = "steps from one evaluation by costly metrics, such as parzen, to the next; 0: at the end"
                            + " only")
            long every) {}

    /** {@code report.every}. */
    public record Report(
            @Param(value = "100", min = 0, doc = "steps that each reported mean is taken over; 0: at the end only")
            long every) {}

    /** {@code checkpoint.every}, {@code checkpoint.keep}, {@code checkpoint.permanent} and {@code checkpoint.best}. */
    public record Checkpoint(
            @Param(value = "5000", min = 0, doc = "steps from one checkpoint to the next; 0: at the end only")
            long every,

            @Param(value = "2", min = 1, doc = "newest checkpoints that are kept")
            int keep,

            @Param(
                    value = "0",
                    min = 0,
                    doc = "checkpoints of steps that are multiples of it are never removed; 0: all may be")
            long permanent,

            @Param(
                    value = Experiment.Keeping.NO_METRIC,
                    doc = "metric of which the best evaluation has a checkpoint that is kept, such as jsd")
            String best) {}
}
