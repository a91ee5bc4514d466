package org.gan4j.losses.divergence;

/** The divergences D_f(p ‖ q) = ∫ q·f(p / q), by the name that users write. */
public enum Divergence {
    /** KL(p ‖ q): f(r) = r·log r. */
    KL,
    /** KL(q ‖ p): f(r) = -log r. */
    REVERSE_KL,
    /** Pearson's χ²: f(r) = (r - 1)². */
    PEARSON,
    /** Neyman's χ²: f(r) = (1 - r)² / r. */
    NEYMAN,
    /** f(r) = (√r - 1)². */
    SQUARED_HELLINGER,
    /** Twice the Jensen-Shannon divergence: f(r) = r·log r - (r + 1)·log((r + 1) / 2). */
    JENSEN_SHANNON,
    /** The value of the paper's game, which is twice the Jensen-Shannon divergence less log 4. */
    GAN,
    /** Half the integral of |p - q|: f(r) = ½·|r - 1|. */
    TOTAL_VARIATION,
    /** KL(p ‖ q) + KL(q ‖ p): f(r) = (r - 1)·log r. */
    JEFFREY,
    /** f(r) = (r^α - 1 - α·(r - 1)) / (α·(α - 1)). */
    ALPHA;

    DualForm dual(double alpha) {
        return switch (this) {
            case KL -> new LogarithmicForms.Kl();
            case REVERSE_KL -> new LogarithmicForms.ReverseKl();
            case PEARSON -> new PowerForms.Pearson();
            case NEYMAN -> new PowerForms.Neyman();
            case SQUARED_HELLINGER -> new PowerForms.SquaredHellinger();
            case JENSEN_SHANNON -> new LogarithmicForms.JensenShannon();
            case GAN -> new LogarithmicForms.Game();
            case TOTAL_VARIATION -> new PowerForms.TotalVariation();
            case JEFFREY -> new LogarithmicForms.Jeffrey();
            case ALPHA -> new PowerForms.Alpha(alpha);
        };
    }
}
