package @package@;

import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * L_D = E[softplus(m - a(x))] + E[softplus(m + a(G(z)))], L_G = -E[a(G(z))], with the logit a of D and the margin m: a hinge
 * with a soft corner, to be replaced by a formula of your own.
 *
 * <p>The generator's slope is -1 at every logit, so it never saturates.
 */
@About("a hinge with a soft corner")
public record @Name@Loss(
        @Param(value = "1", min = 0, doc = "how far beyond 0 the discriminator's logits are pushed")
        double margin) implements Loss {
    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        return d.real().negate().plus(margin).softplus().mean().plus(d.fake().plus(margin).softplus().mean());
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return d.fake().negate().mean();
    }
}
