package org.gan4j.api.train;

import java.util.List;
import org.gan4j.api.net.NetSpec;

/**
 * An output that a {@link Term} adds to a player's net. It is called by {@link Step#apply(Player, org.gan4j.api.algebra.Expr, String)}
 * and belongs to the player's weights, so that player's updates train it.
 */
public record Head(Player player, String name, NetSpec.Branch branch) {
    /**
     * Returns a player's net with the heads that terms add to it.
     *
     * @throws IllegalArgumentException if two heads of one name differ
     */
    public static NetSpec addTo(NetSpec net, Player player, List<? extends Term> terms, Draws draws) {
        NetSpec extended = net;
        for (Term term : terms) {
            for (Head head : term.heads(draws)) {
                extended = head.player == player ? extended.with(head.name, head.branch) : extended;
            }
        }
        return extended;
    }
}
