package org.gan4j.experiments.program.command.result;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Draws;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.draw.sample.Players;
import org.gan4j.experiments.program.command.OutFile;
import org.gan4j.experiments.run.ReopenedRun;
import org.gan4j.experiments.run.checkpoint.CheckpointChoice;
import org.gan4j.experiments.store.RunFolder;

/** {@code gan sample}. */
@Usage(
        value = "draws from a trained generator, as a picture or as numbers",
        arguments = "RUN",
        examples = {
            "gan sample latest",
            "gan sample latest --grid 5x20 --out digits.png",
            "gan sample latest --interpolate 10 --out strip.png",
            "gan sample latest --count 500 --out pictures",
            "gan sample latest --count 10000 --out points.csv",
            "gan sample latest --count 10000 --out z.npy --latent",
            "gan sample latest --label 7 --count 20 --out sevens.png"
        })
public record SampleCommand(
        @Param(value = "0", min = 0, doc = "examples to draw; 0 fills the grid")
        int count,

        @Param(value = "auto", doc = "rows x columns of the picture; auto: 10 columns, and as many rows as it takes")
        String grid,

        @Param(value = "-1", min = -1, doc = "class to ask for, for a prior with one; -1 asks for none")
        int label,

        @Param(value = "0", min = 0, doc = "pictures along a line between two latent draws, instead of a grid")
        int interpolate,

        @Param(value = "false", doc = "write the draws z themselves instead of G(z); to a .csv, .npy or .npz file")
        boolean latent,

        @Param(
                value = "samples.png",
                doc = "one picture (.png), numbers (.csv, .npy, .npz), or a folder of single pictures (no ending)")
        Path out,

        @Param(value = "cli", doc = "name of the latent stream; another name gives other draws")
        String stream,

        @Param(value = CheckpointChoice.NEWEST, doc = CheckpointChoice.HELP)
        String step,

        @Param(value = "runs", doc = "folder in which names of runs are looked up")
        Path runs)
        implements Command {
    @Override
    public int run(Context context) {
        SampleFile file = SampleFile.of(out);
        if (latent && !file.takesNumbers()) {
            throw new InvalidInput("--out " + out, "latent draws are numbers; the name must end in .csv, .npy or .npz");
        }
        GridSize size = GridSize.of(grid, count);
        RunFolder folder = RunArgument.only(context.arguments(), runs);
        OutFile.prepare(out);
        try (ReopenedRun opened = open(LocalRunner.of(context), folder, file)) {
            FloatTensor z = draws(opened, size);
            if (file == SampleFile.PICTURE) {
                draw(opened, opened.run().generate(z), size);
            } else {
                Experiment.Parts parts = opened.experiment().parts();
                file.write(
                        z,
                        latent ? UnaryOperator.identity() : opened.run()::generate,
                        latent
                                ? parts.prior().value().shape()
                                : parts.dataset().value().shape(),
                        out);
            }
        }
        context.print(out.toString());
        context.result(Map.of("out", out.toString()));
        return 0;
    }

    /** Opens the run without its data, unless generated points are to be drawn over real ones. */
    private ReopenedRun open(LocalRunner runner, RunFolder folder, SampleFile file) {
        boolean needsNetsOnly = file != SampleFile.PICTURE
                || folder.record().data().example().filter(Pictures::isImage).isPresent();
        return needsNetsOnly ? runner.openNets(folder, step) : runner.open(folder, step);
    }

    private FloatTensor draws(ReopenedRun opened, GridSize size) {
        FloatTensor z = interpolate > 0
                ? Players.lines(opened.run().latent(2, stream), 1, interpolate)
                : opened.run().latent(count > 0 ? count : size.cells(), stream);
        return label < 0 ? z : asking(opened, z);
    }

    private FloatTensor asking(ReopenedRun opened, FloatTensor z) {
        Experiment.Parts parts = opened.experiment().parts();
        Draws draws = Draws.of(parts.dataset().value(), parts.prior().value());
        int code = IntStream.range(0, draws.codes().size())
                .filter(i -> draws.codes().get(i).isCategorical())
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "--label " + label,
                        "the prior of this run has no class to ask for; prior=coded and prior=captioned have one"));
        int classes = draws.codes().get(code).width();
        if (label >= classes) {
            throw new InvalidInput("--label " + label, "the classes are 0 to " + (classes - 1));
        }
        return draws.asking(z, code, row -> label);
    }

    private void draw(ReopenedRun opened, FloatTensor drawn, GridSize size) {
        boolean images = interpolate > 0
                ? Pictures.strip(drawn, interpolate, out)
                : Pictures.grid(drawn, size.rows(), size.columns(), out);
        boolean drawable = images
                || Pictures.samples(
                        drawn,
                        opened.run().real(drawn.count(), stream),
                        opened.experiment().parts().dataset().value().truth(),
                        Optional.of(new Players(
                                opened.run()::score,
                                opened.run()::generate,
                                opened.run().latent(drawn.count(), stream),
                                opened.experiment().parts().loss().value().logits())),
                        out);
        if (!drawable) {
            throw new InvalidInput(
                    "--out " + out,
                    "examples of shape " + drawn.shape().example()
                            + " cannot be drawn; write numbers to a .csv, .npy or .npz file");
        }
    }
}
