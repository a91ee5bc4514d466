package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Term;
import org.gan4j.gradient.PlainStep;
import org.gan4j.gradient.Tape;
import org.gan4j.plain.Array;
import org.gan4j.plain.Dual;
import org.gan4j.plain.DualAlgebra;
import org.gan4j.plain.PlainNoise;
import org.gan4j.plain.RealAlgebra;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.standard.schedule.Simultaneous;
import org.gan4j.tensorflow.graph.GraphDraws;

/** Compares the gradients that updates follow with those of a computation in double precision. */
final class ExactGradients {
    /** Updates are by plain gradients, so that a change of a weight is the rate times its gradient. */
    private static final double RATE = 0.25;

    private ExactGradients() {}

    /** Makes two updates of both players with a term, and compares the gradients of the term's players. */
    static void assertTwoUpdates(ExperimentBuilder base, Term term) {
        Experiment experiment = base.optimizer(new Sgd(RATE, 1, 0))
                .schedule(new Simultaneous())
                .addTerm(term)
                .build();
        try (TensorFlowRun run = (TensorFlowRun) new TensorFlowBackend().open(experiment)) {
            List<PlainStep.Batch> batch = new ArrayList<>();
            run.watch((update, draws) -> batch.add(Exact.batch(draws)));
            for (int update = 0; update < 2; update++) {
                SortedMap<String, FloatTensor> before = run.weights();
                run.advance(1);
                for (Player player : term.players()) {
                    new ExactStep(experiment, term, player, arrays(before), batch.get(update), update)
                            .assertMoved(arrays(run.weights()));
                }
            }
        }
    }

    private static SortedMap<String, Array> arrays(SortedMap<String, FloatTensor> weights) {
        SortedMap<String, Array> arrays = new TreeMap<>();
        weights.forEach((name, values) -> arrays.put(name, Exact.array(values)));
        return arrays;
    }

    /** One update in double precision. */
    private record ExactStep(
            Experiment experiment,
            Term term,
            Player player,
            SortedMap<String, Array> weights,
            PlainStep.Batch batch,
            int update) {
        void assertMoved(Map<String, Array> after) {
            weights.forEach((name, weight) -> {
                if (name.startsWith(player.scope() + ".")) {
                    Array direction = new Array(
                            weight.shape(),
                            PlainNoise.of(new RealAlgebra(), 1, 3, name)
                                    .normal(weight.shape())
                                    .raw()
                                    .values());
                    double moved = 0;
                    double scale = 1;
                    for (int i = 0; i < weight.values().length; i++) {
                        double gradient = (weight.values()[i] - after.get(name).values()[i]) / RATE;
                        moved += gradient * direction.values()[i];
                        scale += Math.abs(gradient * direction.values()[i]);
                    }
                    double slope = slope(Map.of(name, direction));
                    assertThat(moved)
                            .as(
                                    "%s, update %s, along %s of %s",
                                    term,
                                    update,
                                    name,
                                    experiment.parts().discriminator().value())
                            .isCloseTo(slope, within(2e-5 * scale));
                }
            });
        }

        private double slope(Map<String, Array> directions) {
            PlainStep.Game game = Exact.game(experiment);
            Tape<Dual<Array>> tape = Tape.of(new DualAlgebra<>(new RealAlgebra(weights, true, 0), directions));
            PlainStep<Dual<Array>> step = new PlainStep<>(
                    tape,
                    player,
                    game,
                    batch,
                    new GraphDraws(1, "terms." + Player.DISCRIMINATOR, update, experiment.batch()));
            return step.objective(player)
                    .plus(term.value(step).times(term.weight()))
                    .raw()
                    .slope()
                    .single();
        }
    }
}
