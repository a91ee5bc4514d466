package org.gan4j.experiments.reproduce.theory;

import java.util.List;
import org.gan4j.api.Law;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Turn;

/** Mistakes that people make in these lines of code, each as the part it would be made in. */
final class Mutants {
    private Mutants() {}

    /** The data's label is 0.9 instead of 1: one-sided label smoothing, a regulariser that moves the optimum. */
    record SmoothedRealLabel(Loss right) implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            Expr<T> cost = d.real()
                    .negate()
                    .softplus()
                    .times(0.9)
                    .plus(d.real().softplus().times(0.1));
            return cost.mean().plus(d.fake().softplus().mean());
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return right.generator(d);
        }
    }

    /** -log of a probability that is kept above 1e-7 to avoid log 0. */
    record LogOfClamped(Loss right) implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return right.discriminator(d);
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            Expr<T> above = d.fake().sigmoid().minus(1e-7).relu().plus(1e-7);
            return above.log().negate().mean();
        }
    }

    /** The generator ascends what it should descend. */
    record FlippedSign(Loss right) implements Loss {
        @Override
        public <T> Expr<T> discriminator(Scores<T> d) {
            return right.discriminator(d);
        }

        @Override
        public <T> Expr<T> generator(Scores<T> d) {
            return right.generator(d).negate();
        }
    }

    /** All but the first of many updates see the batch of the first, where Algorithm 1 draws a new one. */
    record SharedBatch(int updates) implements Schedule {
        @Override
        public List<Turn> turns() {
            return List.of(
                    new Turn(List.of(Player.DISCRIMINATOR), 1, Turn.Batch.FRESH),
                    new Turn(List.of(Player.DISCRIMINATOR), updates - 1, Turn.Batch.REUSED));
        }
    }

    /** The discriminator's turn goes to the generator. */
    record Frozen() implements Schedule {
        @Override
        public List<Turn> turns() {
            return List.of(new Turn(List.of(Player.GENERATOR), 1, Turn.Batch.FRESH));
        }
    }

    /** The lines that do not pass. */
    static List<String> broken(Statement statement) {
        return statement.laws().stream()
                .filter(law -> !law.passed())
                .map(Law::law)
                .toList();
    }
}
