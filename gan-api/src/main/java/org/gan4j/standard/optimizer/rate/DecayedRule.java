package org.gan4j.standard.optimizer.rate;

import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.rule.RatedRule;
import org.gan4j.api.train.rule.RuleWrapper;

/** Checks the rule that a decay acts on. */
final class DecayedRule {
    private DecayedRule() {}

    /**
     * Refuses a rule without a learning rate that can be changed.
     *
     * @throws IllegalArgumentException if a player follows such a rule
     */
    static void require(Optimizer rule) {
        for (Player player : Player.values()) {
            Optimizer innermost = rule.of(player);
            while (innermost instanceof RuleWrapper wrapper) {
                innermost = wrapper.rule();
            }
            if (!(innermost instanceof RatedRule)) {
                throw new IllegalArgumentException("the rule of the " + player + ", "
                        + innermost.getClass().getSimpleName() + ", is not a RatedRule, so its learning rate cannot be"
                        + " lowered; expected a rule such as sgd, momentum, adam or rmsprop");
            }
        }
    }
}
