package org.gan4j.losses.energy;

import java.util.List;
import java.util.Map;
import org.gan4j.api.Law;
import org.gan4j.api.LogitMeaning;
import org.gan4j.api.Loss;
import org.gan4j.api.Memory;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.laws.ClosedForms;
import org.gan4j.api.laws.Objective;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.train.Player;

/**
 * L_D and L_G are those of {@link Energy}, with a margin that is kept between updates and never grows. At the end of each period
 * it becomes the mean energy of real examples in it, if that lies below the margin and below the mean energy of generated
 * examples, and if the latter has risen since the period before.
 *
 * <p>Each objective's theory is that of {@link Energy} for the margin at that time.
 *
 * <p>Source: Wang et al. 2017, arXiv:1704.03817, algorithm 1. There a period is an epoch, and the first margin is the mean energy of
 * real examples after the auto-encoder was trained alone on them; here both are parameters. Training D alone on real examples is
 * left out: in the first steps of the schedule {@code warm-up} D moves alone, but its objective holds generated examples too.
 */
@About(
        value = "an energy's margin that falls with the energy of real examples",
        source = "Wang et al. 2017, arXiv:1704.03817, algorithm 1",
        family = "Energies",
        optimum = "that of energy for the present margin, which falls towards the energy of real examples")
public record MarginAdaptation(
        @Param(value = "1", min = 1e-6, doc = "the first margin")
        double margin,

        @Param(value = "500", min = 1, doc = "updates of D from one change of the margin to the next")
        int period)
        implements Loss {
    @Override
    public <T> Expr<T> discriminator(Scores<T> d) {
        Expr<T> present = d.memory().get("margin", margin);
        adapt(d, present);
        return d.real().mean().negate().plus(d.fake().plus(present).relu().mean());
    }

    private <T> void adapt(Scores<T> d, Expr<T> present) {
        Memory<T> memory = d.memory();
        Expr<T> updates = memory.get("updates", 0).plus(1);
        Expr<T> real = mean(memory, "real-energy", d.real(), updates);
        Expr<T> fake = mean(memory, "fake-energy", d.fake(), updates);
        Expr<T> before = memory.get("fake-energy-before", 0);
        Expr<T> over = updates.greater(period - 0.5);
        Expr<T> falls =
                over.times(present.greater(real)).times(fake.greater(real)).times(fake.greater(before));
        memory.set("margin", falls.select(real, present));
        memory.set("fake-energy-before", over.select(fake, before));
        memory.set("updates", over.select(updates.constant(0), updates));
    }

    /** Returns the mean energy over the period so far, in which this is the given update, and keeps it. */
    private static <T> Expr<T> mean(Memory<T> memory, String name, Expr<T> logits, Expr<T> updates) {
        Expr<T> energy = logits.mean().negate().stopGradient();
        Expr<T> so = memory.get(name, 0);
        Expr<T> mean = so.plus(energy.minus(so).over(updates));
        memory.set(name, mean);
        return mean;
    }

    @Override
    public <T> Expr<T> generator(Scores<T> d) {
        return d.fake().mean().negate();
    }

    @Override
    public boolean needsEnergies() {
        return true;
    }

    @Override
    public LogitMeaning logits() {
        return LogitMeaning.boundaryAt(-margin / 2);
    }

    @Override
    public List<Law> laws() {
        ClosedForms forms = ClosedForms.of(this);
        Objective discriminator = new Objective(this, Player.DISCRIMINATOR);
        return List.of(
                forms.discriminatorRealSlope(-2, -1),
                forms.discriminatorFakeSlope(-margin / 2, 1),
                forms.discriminatorFakeSlope(-2 * margin, 0),
                forms.generatorSlope(-2, -1),
                EnergyLaws.marginOfEachExample(discriminator, margin),
                margin("the margin falls to the energy of real examples", discriminator, margin / 2, 1, 0, margin / 2),
                margin("the margin never grows", discriminator, 2 * margin, 3, 0, margin),
                margin("the margin stays while generated examples improve", discriminator, margin / 2, 1, 2, margin));
    }

    /** Checks the margin after the last update of a period in which energies were the same all the time. */
    private Law margin(String law, Objective discriminator, double real, double factor, double before, double next) {
        double fake = factor * margin;
        return EnergyLaws.kept(
                law,
                discriminator,
                "margin",
                real,
                fake,
                Map.of(
                        "updates",
                        period - 1.0,
                        "real-energy",
                        period > 1 ? real : 0,
                        "fake-energy",
                        period > 1 ? fake : 0,
                        "fake-energy-before",
                        before * margin),
                next);
    }
}
