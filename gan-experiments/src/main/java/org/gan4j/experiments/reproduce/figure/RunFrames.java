package org.gan4j.experiments.reproduce.figure;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.experiments.draw.IndexedColors;
import org.gan4j.experiments.draw.Png;
import org.gan4j.experiments.draw.PngCanvas;
import org.gan4j.experiments.run.ReopenedRun;
import org.gan4j.experiments.store.RunFolder;

/** The frames of a run whose schedule is that of figure 1, and the four among them that are its panels. */
final class RunFrames {
    static final int PANELS = 4;

    private static final List<String> NAMES = List.of("a", "b", "c", "d");
    private static final List<String> SCENES =
            List.of("half-way, both in turn", "G rests, D trained to D*", "D rests, G updated", "the end");

    private final Experiment experiment;
    private final SortedMap<Long, LineGame> frames = new TreeMap<>();

    RunFrames(Experiment experiment) {
        this.experiment = experiment;
    }

    /**
     * Refuses an experiment without such a schedule, before it is trained.
     *
     * @throws InvalidInput with what is missing
     */
    static void check(Experiment experiment) {
        LineGame.check(experiment);
        List<Long> scenes = scenes(experiment);
        if (scenes.size() != PANELS - 1) {
            throw new InvalidInput(
                    "schedule",
                    "figure 1 needs the three changes of schedule=interrupted, with at, discriminator and generator"
                            + " above 0");
        }
        long every = experiment.cadence().eval();
        for (long step : scenes) {
            if (every == 0 || step % every != 0) {
                throw new InvalidInput(
                        "eval.every", "is " + every + " and must divide " + step + ", where figure 1 has a panel");
            }
        }
        long last = scenes.get(scenes.size() - 1);
        if (experiment.budget().steps() <= last) {
            throw new InvalidInput("steps", "must be more than " + last + ", where joint training resumes");
        }
    }

    /** The steps after which other players go on than before. */
    private static List<Long> scenes(Experiment experiment) {
        return List.copyOf(experiment.parts().schedule().value().changes());
    }

    void look(ReopenedRun opened) {
        frames.put(opened.run().step(), LineGame.of(experiment, opened.run()));
    }

    /** The panel (a), (b), (c) or (d). */
    LineGame panel(int i) {
        long step = i < PANELS - 1 ? scenes(experiment).get(i) : frames.lastKey();
        LineGame game = frames.get(step);
        if (game == null) {
            throw new WorkFailed("the run was not evaluated after step " + step);
        }
        return game;
    }

    String caption(int i) {
        return caption(i, panel(i).step());
    }

    /** Returns what the panel (a), (b), (c) or (d) shows, and when. */
    static String caption(int i, long step) {
        return "(" + NAMES.get(i) + ") step " + step + ", " + SCENES.get(i);
    }

    /** The panels' names, in order. */
    static List<String> names() {
        return NAMES;
    }

    /** The frames' steps, ascending. */
    List<Long> steps() {
        return List.copyOf(frames.keySet());
    }

    /** The frames as {@code data:} addresses, in the order of {@link #steps}. */
    List<String> addresses() {
        return frames.values().stream()
                .map(game -> address(new LinePanel(game).draw("step " + game.step())))
                .toList();
    }

    String address(int panel) {
        return address(picture(panel));
    }

    private BufferedImage picture(int panel) {
        return new LinePanel(panel(panel)).draw(caption(panel));
    }

    private static String address(BufferedImage image) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(Png.bytes(IndexedColors.of(image)));
    }

    /**
     * Writes the four panels, all in one picture and one by one, and the page with the film.
     *
     * @return the files
     */
    List<Path> write(Path folder, RunFolder run) {
        List<Path> files = new ArrayList<>();
        PngCanvas all = new PngCanvas(2 * LinePanel.WIDTH, 2 * LinePanel.HEIGHT);
        files.add(folder.resolve("fig1.png"));
        for (int i = 0; i < PANELS; i++) {
            BufferedImage panel = picture(i);
            all.put(panel, i % 2 * LinePanel.WIDTH, i / 2 * LinePanel.HEIGHT);
            Path file = folder.resolve("fig1-" + NAMES.get(i) + ".png");
            Png.write(IndexedColors.of(panel), file);
            files.add(file);
        }
        Png.write(IndexedColors.of(all.image()), files.get(0));
        files.add(Figure1Page.write(this, experiment, run, folder.resolve("fig1.html")));
        return files;
    }
}
