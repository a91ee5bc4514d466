package org.gan4j.experiments.reproduce.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gan4j.api.command.Context;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Experiment;
import org.gan4j.experiments.reproduce.ReproductionRequest;
import org.gan4j.experiments.reproduce.RunReproduction;
import org.gan4j.experiments.store.RunFolder;

/**
 * Figure 1 from one run: (a) half-way; (b) after D alone was trained, to D*; (c) after G alone was updated; (d) at the end.
 * It comes out if D is within {@link #CLOSE} of D* in (b), where the divergence is still above {@link #APART}, and of one half in
 * (d), where it is below {@link #TOGETHER}: for one seed, or for four of five.
 */
@About(
        value = "p_data, p_g, D and D* on a line, in four panels of one run and as a film of it",
        source = "Goodfellow et al. 2014, arXiv:1406.2661, figure 1")
public record Figure1(
        @Param(value = "figure-1", doc = "recipe or YAML file; other keys are settings of its experiment")
        String recipe)
        implements RunReproduction {
    /** Largest distance of D from where it should be. */
    static final double CLOSE = 0.05;
    /** Least divergence half-way, in nats. */
    static final double APART = 0.05;
    /** Largest divergence at the end, in nats. */
    static final double TOGETHER = 0.02;

    private static final double SHARE_OF_SEEDS = 0.8;

    @Override
    public int run(Context context, ReproductionRequest request) {
        if (!request.runs().isEmpty()) {
            throw new InvalidInput(
                    "--run " + request.runs().get(0).path(),
                    "fig1 looks at a run while it trains, so it takes none that is finished");
        }
        List<Experiment> experiments = request.experiments(recipe);
        experiments.forEach(RunFrames::check);
        if (context.dryRun()) {
            experiments.forEach(experiment -> context.print(experiment.toString()));
            return 0;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        List<String> files = new ArrayList<>();
        int came = 0;
        for (Experiment experiment : experiments) {
            RunFrames film = new RunFrames(experiment);
            RunFolder run = ReproductionRequest.finished(
                    request.runner().observedBy(film::look).run(experiment));
            if (files.isEmpty()) {
                film.write(request.out(), run).forEach(file -> files.add(file.toString()));
            }
            came += cameOut(film) ? 1 : 0;
            rows.add(row(film, experiment.seed(), run));
            tell(context, film, experiment.seed());
        }
        files.forEach(context::print);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("files", files);
        document.put("rows", rows);
        context.result(document);
        return came >= SHARE_OF_SEEDS * experiments.size() ? 0 : 1;
    }

    private static boolean cameOut(RunFrames film) {
        LineGame caught = film.panel(1);
        LineGame end = film.panel(3);
        return caught.divergence() > APART
                && caught.distanceFromOptimum() < CLOSE
                && end.divergence() < TOGETHER
                && end.distanceFromHalf() < CLOSE;
    }

    private static void tell(Context context, RunFrames film, long seed) {
        context.print("seed " + seed + (cameOut(film) ? ": as the paper says" : ": not as the paper says"));
        for (int i = 0; i < RunFrames.PANELS; i++) {
            LineGame game = film.panel(i);
            context.print(String.format(
                    Locale.ROOT,
                    "  %-40s JSD %.4f  max |D - D*| %.3f  max |D - 1/2| %.3f",
                    film.caption(i),
                    game.divergence(),
                    game.distanceFromOptimum(),
                    game.distanceFromHalf()));
        }
    }

    private static Map<String, Object> row(RunFrames film, long seed, RunFolder run) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("seed", seed);
        row.put("run", run.path().toString());
        row.put("passed", cameOut(film));
        List<Map<String, Object>> panels = new ArrayList<>();
        for (int i = 0; i < RunFrames.PANELS; i++) {
            LineGame game = film.panel(i);
            Map<String, Object> panel = new LinkedHashMap<>();
            panel.put("step", game.step());
            panel.put("divergence", game.divergence());
            panel.put("distanceFromOptimum", game.distanceFromOptimum());
            panel.put("distanceFromHalf", game.distanceFromHalf());
            panels.add(panel);
        }
        row.put("panels", panels);
        return row;
    }
}
