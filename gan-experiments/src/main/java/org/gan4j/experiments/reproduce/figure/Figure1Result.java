package org.gan4j.experiments.reproduce.figure;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.experiments.reproduce.ReproductionResult;
import org.gan4j.experiments.reproduce.ResultText;
import org.gan4j.experiments.reproduce.Verdict;

/** The four panels of figure 1, a row for each seed. */
public record Figure1Result(List<Path> files, List<Figure1Row> rows) implements ReproductionResult {
    /** Largest distance of D from where it should be. */
    static final double CLOSE = 0.05;
    /** Least divergence half-way, in nats. */
    static final double APART = 0.05;
    /** Largest divergence at the end, in nats. */
    static final double TOGETHER = 0.02;

    private static final double SHARE_OF_SEEDS = 0.8;

    /**
     * One panel.
     *
     * @param step                of the run
     * @param divergence          JSD(p_data ‖ p_g) in nats
     * @param distanceFromOptimum largest |D - D*|
     * @param distanceFromHalf    largest |D - 1/2|
     */
    public record PanelRow(long step, double divergence, double distanceFromOptimum, double distanceFromHalf) {
        private static PanelRow of(LineGame game) {
            return new PanelRow(game.step(), game.divergence(), game.distanceFromOptimum(), game.distanceFromHalf());
        }
    }

    /**
     * One seed.
     *
     * @param passed whether the panels are as the paper says
     * @param panels (a) to (d)
     */
    public record Figure1Row(long seed, Path run, boolean passed, List<PanelRow> panels) {
        static Figure1Row of(long seed, Path run, RunFrames frames) {
            List<PanelRow> panels = IntStream.range(0, RunFrames.PANELS)
                    .mapToObj(i -> PanelRow.of(frames.panel(i)))
                    .toList();
            return new Figure1Row(seed, run, passed(panels.get(1), panels.get(3)), panels);
        }

        /** D has caught up with D* while the divergence is large, and is one half once it is small. */
        static boolean passed(PanelRow caught, PanelRow end) {
            return caught.divergence > APART
                    && caught.distanceFromOptimum < CLOSE
                    && end.divergence < TOGETHER
                    && end.distanceFromHalf < CLOSE;
        }
    }

    @Override
    public Verdict verdict() {
        long passed = rows.stream().filter(Figure1Row::passed).count();
        return Verdict.of(
                passed >= SHARE_OF_SEEDS * rows.size(),
                "for the seed, or four of five, D within " + CLOSE + " of D* in (b), where JSD is above " + APART
                        + ", and of 1/2 in (d), where it is below " + TOGETHER);
    }

    @Override
    public void describe(ResultText text) {
        for (Figure1Row row : rows) {
            text.add("seed " + row.seed + (row.passed ? ": reproduced" : ": not reproduced"));
            for (int i = 0; i < row.panels.size(); i++) {
                PanelRow panel = row.panels.get(i);
                text.format(
                        "  %-40s JSD %.4f  max |D - D*| %.3f  max |D - 1/2| %.3f",
                        RunFrames.caption(i, panel.step),
                        panel.divergence,
                        panel.distanceFromOptimum,
                        panel.distanceFromHalf);
            }
        }
    }
}
