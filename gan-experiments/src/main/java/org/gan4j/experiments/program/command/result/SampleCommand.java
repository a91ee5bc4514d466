package org.gan4j.experiments.program.command.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.command.Command;
import org.gan4j.api.command.Context;
import org.gan4j.api.command.Usage;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.disk.WholeFile;
import org.gan4j.experiments.compare.LocalRunner;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.draw.sample.Players;
import org.gan4j.experiments.program.command.OutFile;
import org.gan4j.experiments.run.ReopenedRun;
import org.gan4j.experiments.store.RunFolder;

/** {@code gan sample}. */
@Usage(
        value = "draws from a trained generator, as a picture or as numbers",
        arguments = "RUN",
        examples = {
            "gan sample latest",
            "gan sample latest --grid 5x20 --out digits.png",
            "gan sample latest --interpolate 10 --out strip.png",
            "gan sample latest --count 10000 --out points.csv",
            "gan sample latest --count 10000 --out z.csv --latent"
        })
public record SampleCommand(
        @Param(value = "0", min = 0, doc = "examples to draw; 0 fills the grid")
        int count,

        @Param(value = "10x10", doc = "rows x columns of the picture")
        String grid,

        @Param(value = "0", min = 0, doc = "pictures along a line between two latent draws, instead of a grid")
        int interpolate,

        @Param(value = "false", doc = "write the draws z themselves instead of G(z); to a .csv file")
        boolean latent,

        @Param(value = "samples.png", doc = "file to write: .png or .csv")
        Path out,

        @Param(value = "cli", doc = "name of the latent stream; another name gives other draws")
        String stream,

        @Param(value = "-1", min = -1, doc = "step of the checkpoint to use; -1 is the newest that is sound")
        long step,

        @Param(value = "runs", doc = "folder in which names of runs are looked up")
        Path runs)
        implements Command {
    @Override
    public int run(Context context) throws IOException {
        int[] size = size();
        boolean csv = out.toString().endsWith(".csv");
        if (!csv && !out.toString().endsWith(".png")) {
            throw new InvalidInput("--out " + out, "the file's name must end in .png or .csv");
        }
        if (latent && !csv) {
            throw new InvalidInput("--out " + out, "latent draws are numbers; the file's name must end in .csv");
        }
        RunFolder folder = RunArgument.only(context.arguments(), runs);
        OutFile.prepare(out);
        try (ReopenedRun opened = LocalRunner.of(context).open(folder, step)) {
            FloatTensor z = interpolate > 0
                    ? Players.lines(opened.run().latent(2, stream), 1, interpolate)
                    : opened.run().latent(count > 0 ? count : size[0] * size[1], stream);
            FloatTensor drawn = latent ? z : opened.run().generate(z);
            if (csv) {
                writeCsv(drawn);
            } else if (!draw(opened, drawn, size)) {
                throw new InvalidInput(
                        "--out " + out,
                        "examples of shape " + drawn.shape().example()
                                + " cannot be drawn; write numbers to a .csv file");
            }
        }
        context.print(out.toString());
        context.result(Map.of("out", out.toString()));
        return 0;
    }

    private int[] size() {
        if (!grid.matches("[1-9]\\d{0,2}x[1-9]\\d{0,2}")) {
            throw new InvalidInput("--grid " + grid, "takes rows x columns, such as 10x10");
        }
        String[] parts = grid.split("x", -1);
        return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])};
    }

    private boolean draw(ReopenedRun opened, FloatTensor drawn, int[] size) {
        boolean images =
                interpolate > 0 ? Pictures.strip(drawn, interpolate, out) : Pictures.grid(drawn, size[0], size[1], out);
        return images
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
    }

    private void writeCsv(FloatTensor drawn) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < drawn.count(); i++) {
            float[] row = drawn.row(i);
            for (int j = 0; j < row.length; j++) {
                text.append(j == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.9g", row[j]));
            }
            text.append('\n');
        }
        WholeFile.write(out, text);
    }
}
