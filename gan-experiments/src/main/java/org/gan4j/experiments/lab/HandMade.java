package org.gan4j.experiments.lab;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.train.Player;

/**
 * Updates of one player alone that were made by hand, one after the other at one step.
 *
 * @param step  the steps that the arm had made
 * @param times how many updates
 */
record HandMade(long step, Player player, int times) implements ByHand {
    /** Returns a list with one more update. */
    static List<ByHand> with(List<ByHand> before, long step, Player player) {
        List<ByHand> all = new ArrayList<>(before);
        if (!all.isEmpty()
                && all.get(all.size() - 1) instanceof HandMade last
                && last.step == step
                && last.player == player) {
            all.set(all.size() - 1, new HandMade(step, player, last.times + 1));
        } else {
            all.add(new HandMade(step, player, 1));
        }
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return "at step " + step + ": " + times + (times == 1 ? " update" : " updates") + " of the " + player
                + " alone";
    }
}
