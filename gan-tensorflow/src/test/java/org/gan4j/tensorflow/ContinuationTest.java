package org.gan4j.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.ExperimentBuilder;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.train.Player;
import org.gan4j.standard.net.MlpGenerator;
import org.gan4j.standard.optimizer.Adam;
import org.gan4j.standard.optimizer.Sgd;
import org.gan4j.standard.schedule.Algorithm1;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that goes on where another one is. */
@Tag("tensorflow")
class ContinuationTest {
    @TempDir
    Path folder;

    private static SortedMap<String, FloatTensor> after(ExperimentBuilder before, ExperimentBuilder then, int steps) {
        try (TensorFlowRun first = Experiments.open(before);
                TensorFlowRun second = Experiments.open(then)) {
            first.advance(5);
            second.goOnFrom(first);
            assertThat(second.step()).isEqualTo(5);
            if (steps > 0) {
                second.advance(steps);
            }
            return second.weights();
        }
    }

    private static SortedMap<String, FloatTensor> undisturbed(ExperimentBuilder experiment, int steps) {
        try (TensorFlowRun run = Experiments.open(experiment)) {
            run.advance(steps);
            return run.weights();
        }
    }

    /** Weights, Adam's moments, its count of updates and the draws all matter here: were one of them lost, a weight would differ. */
    @Test
    void without_a_change_nothing_differs() {
        ExperimentBuilder ring = Experiments.ring().optimizer(Adam.rate(0.001).withDecay(1.01, 0));
        ExperimentBuilder table =
                Experiments.ring().dataset(new EpochTest.Numbered(40)).batch(10);

        assertThat(after(ring, ring, 4)).isEqualTo(undisturbed(ring, 9));
        assertThat(after(table, table, 4)).isEqualTo(undisturbed(table, 9));
    }

    @Test
    void a_new_rate_goes_on_with_the_slots_and_another_rule_begins_anew() {
        ExperimentBuilder slow = Experiments.ring();
        try (TensorFlowRun before = Experiments.open(slow);
                TensorFlowRun faster = Experiments.open(slow.optimizer(Adam.rate(0.1)));
                TensorFlowRun other = Experiments.open(slow.optimizer(Sgd.rate(0.1)))) {
            before.advance(5);

            assertThat(faster.goOnFrom(before)).isEmpty();
            assertThat(other.goOnFrom(before))
                    .containsExactly(
                            "the optimizer’s state of the discriminator", "the optimizer’s state of the generator");
            assertThat(faster.weights()).isEqualTo(before.weights());
            assertThat(other.weights()).isEqualTo(before.weights());
        }
    }

    /** Adam that begins anew at the weights of a run without slots moves each weight by the rate at its first update. */
    @Test
    void an_optimizer_that_begins_anew_counts_from_its_first_update() {
        double rate = 0.001;
        ExperimentBuilder sgd = Experiments.ring().optimizer(Sgd.rate(0.01));
        SortedMap<String, FloatTensor> before = after(sgd, Experiments.ring(), 0);
        SortedMap<String, FloatTensor> moved = after(sgd, Experiments.ring(), 1);

        before.forEach((name, weight) -> {
            for (int i = 0; i < weight.values().length; i++) {
                assertThat(Math.abs(moved.get(name).values()[i] - weight.values()[i]))
                        .as(name)
                        .isLessThan((float) (1.001 * rate));
            }
        });
    }

    /** The loss counts its generator's updates from 5 on: three of them make it 8, so that the next one reports 9. */
    @Test
    void what_a_loss_keeps_goes_on_under_the_same_loss_alone() {
        ExperimentBuilder counting = Experiments.ring().loss(new KeptScalarsTest.Counting());
        try (TensorFlowRun before = Experiments.open(counting);
                TensorFlowRun same = Experiments.open(counting.optimizer(Adam.rate(0.1)));
                TensorFlowRun other = Experiments.open(Experiments.ring());
                TensorFlowRun back = Experiments.open(counting)) {
            before.advance(3);

            assertThat(same.goOnFrom(before)).isEmpty();
            assertThat(same.advance(1)).containsEntry("state/own", 9.0);
            assertThat(other.goOnFrom(before)).isEmpty();
            assertThat(other.advance(1)).containsKey("value");
            assertThat(back.goOnFrom(other)).containsExactlyInAnyOrder("what is kept as made", "what is kept as own");
            assertThat(back.advance(1)).containsEntry("state/own", 6.0);
        }
    }

    /** 5 steps of k = 1 have drawn 5 batches; 4 an epoch. With k = 2, the next three steps draw batches 5 to 10. */
    @Test
    void another_k_goes_on_with_the_next_batch() {
        ExperimentBuilder table =
                Experiments.ring().dataset(new EpochTest.Numbered(40)).batch(10);
        List<FloatTensor> drawn = new ArrayList<>();
        try (TensorFlowRun first = Experiments.open(table);
                TensorFlowRun second = Experiments.open(table.schedule(new Algorithm1(2)))) {
            watch(first, drawn);
            first.advance(5);
            second.goOnFrom(first);
            watch(second, drawn);
            second.advance(3);

            assertThat(second.epoch()).isEqualTo(11 / 4.0);
        }
        List<FloatTensor> expected = new ArrayList<>();
        try (TensorFlowRun undisturbed = Experiments.open(table)) {
            watch(undisturbed, expected);
            undisturbed.advance(11);
        }
        assertThat(drawn).isEqualTo(expected);
    }

    private static void watch(TensorFlowRun run, List<FloatTensor> drawn) {
        run.watch((update, draws) -> {
            Map<String, FloatTensor> all = new TreeMap<>(draws);
            if (update.players().contains(Player.DISCRIMINATOR)) {
                drawn.add(all.get("real"));
            }
        });
    }

    /** Five batches of 10 from 40 rows are an epoch and a quarter; batches of 20 then begin the third epoch. */
    @Test
    void another_batch_begins_the_next_epoch() {
        ExperimentBuilder table = Experiments.ring().dataset(new EpochTest.Numbered(40));
        try (TensorFlowRun first = Experiments.open(table.batch(10));
                TensorFlowRun second = Experiments.open(table.batch(20))) {
            first.advance(5);

            assertThat(second.goOnFrom(first)).containsExactly("the epoch");
            assertThat(second.epoch()).isEqualTo(2);
            second.advance(1);
            assertThat(second.epoch()).isEqualTo(2.5);
        }
    }

    @Test
    void nets_of_another_shape_are_refused_and_stay_as_they_are() {
        try (TensorFlowRun before = Experiments.open(Experiments.ring());
                TensorFlowRun wider = Experiments.open(Experiments.ring().generator(MlpGenerator.of(17)));
                TensorFlowRun deeper = Experiments.open(Experiments.ring().generator(MlpGenerator.of(16, 16)))) {
            SortedMap<String, FloatTensor> own = wider.weights();
            before.advance(1);

            assertThatThrownBy(() -> wider.goOnFrom(before))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("generator: the weights generator.")
                    .hasMessageContaining("begin at step 0 instead");
            assertThatThrownBy(() -> deeper.goOnFrom(before)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> before.goOnFrom(deeper)).isInstanceOf(InvalidInput.class);
            assertThat(wider.weights()).isEqualTo(own);
            assertThat(wider.step()).isZero();
        }
    }

    @Test
    void what_no_experiment_leads_to_is_not_saved() {
        try (TensorFlowRun first = Experiments.open(Experiments.ring());
                TensorFlowRun second = Experiments.open(Experiments.ring())) {
            second.goOnFrom(first);

            assertThatThrownBy(() -> second.save(folder.resolve("state"))).isInstanceOf(WorkFailed.class);
        }
    }
}
