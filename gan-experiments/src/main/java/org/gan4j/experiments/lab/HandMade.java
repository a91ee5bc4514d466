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
record HandMade(long step, Player player, int times) {
    /** Returns a list with one more update. */
    static List<HandMade> with(List<HandMade> before, long step, Player player) {
        List<HandMade> all = new ArrayList<>(before);
        HandMade last = all.isEmpty() ? new HandMade(step, player, 0) : all.get(all.size() - 1);
        if (!all.isEmpty() && last.step == step && last.player == player) {
            all.remove(all.size() - 1);
            all.add(new HandMade(step, player, last.times + 1));
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
