package org.gan4j.tensorflow;

import java.util.function.Consumer;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.train.Player;
import org.gan4j.tensorflow.data.Data;
import org.gan4j.tensorflow.host.GraphSession;
import org.gan4j.tensorflow.plan.Update;
import org.gan4j.tensorflow.plan.UpdatePlan;

/** The steps of a training: which updates each makes, and when an epoch of the data begins. */
final class Steps {
    private final UpdatePlan plan;
    private final Data data;
    private final GraphSession session;
    private long made;
    /** The discriminator's batches that its schedule does not account for: those of a run that this one goes on from. */
    private long further;

    private boolean another;

    Steps(UpdatePlan plan, Data data, GraphSession session) {
        this.plan = plan;
        this.data = data;
        this.session = session;
    }

    long made() {
        return made;
    }

    double epoch() {
        return data.batchesPerEpoch() == 0 ? 0 : (double) draws() / data.batchesPerEpoch();
    }

    /** Returns the number of batches that the discriminator has drawn. */
    long draws() {
        return plan.draws(Player.DISCRIMINATOR, made) + further;
    }

    /** Makes the next step. */
    void make(Consumer<Update> making) {
        long draw = draws();
        for (Update update : plan.step(made)) {
            if (update.draw() == Update.Draw.NEXT && update.source() == Player.DISCRIMINATOR) {
                beginEpochBefore(draw++);
            }
            making.accept(update);
        }
        made++;
    }

    private void beginEpochBefore(long draw) {
        long length = data.batchesPerEpoch();
        if (length > 0 && draw % length == 0) {
            data.beginEpoch(session, draw / length);
        }
    }

    /** Goes on after so many steps of the schedule. */
    void goOnAfter(long steps) {
        made = steps;
        further = 0;
        another = false;
        restoreOrder();
    }

    /** Goes on after so many steps of another schedule, in which the discriminator has drawn so many batches. */
    void goOnAfter(long steps, long draws) {
        made = steps;
        further = draws - plan.draws(Player.DISCRIMINATOR, steps);
        another = true;
        restoreOrder();
    }

    /**
     * Checks that all steps were made by this schedule.
     *
     * @throws WorkFailed if some were another run's
     */
    void requireOwn() {
        if (another) {
            throw new WorkFailed(
                    "a run that went on from another one saves no checkpoint: its experiment alone does not lead there");
        }
    }

    /** The order that the last batch was drawn from: a turn that reuses it may come before the next draw, even as the first. */
    private void restoreOrder() {
        if (data.batchesPerEpoch() > 0) {
            data.beginEpoch(session, Math.max(0, draws() - 1) / data.batchesPerEpoch());
        }
    }
}
