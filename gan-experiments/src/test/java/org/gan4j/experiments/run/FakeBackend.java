package org.gan4j.experiments.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Backend;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.part.Param;
import org.gan4j.api.plugin.GanModule;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.run.Check;
import org.gan4j.api.run.Continuation;
import org.gan4j.api.run.LoneUpdates;
import org.gan4j.api.run.LossProbes;
import org.gan4j.api.run.Rollback;
import org.gan4j.api.run.Run;
import org.gan4j.api.run.SavedModelExport;
import org.gan4j.api.run.UpdateInspection;
import org.gan4j.api.run.UpdateValue;
import org.gan4j.api.train.Player;

/**
 * A backend whose numbers can be worked out by hand, for tests of everything around the training: after t steps the mean of
 * {@code loss/d} over the steps is the mean of their numbers, and the one weight is seed + t, less the steps that were taken back,
 * and one more for each update of one player alone, whose loss is -1.
 */
public record FakeBackend(
        @Param(value = "0", min = 0, doc = "step at which the loss becomes NaN; 0 is never")
        long divergeAt,

        @Param(value = "0", min = 0, doc = "step from which on the weight is NaN; 0 is never")
        long weightBreaksAt,

        @Param(
                value = "0",
                min = 0,
                doc = "step at which a slot becomes infinite, and the losses after it NaN; 0 is never")
        long slotBreaksAt,

        @Param(value = "0", min = 0, doc = "step at which the program fails; 0 is never")
        long failAt,

        @Param(value = "0", min = 0, doc = "milliseconds that a step takes")
        long millis,

        @Param(value = "true", doc = "whether generators can be exported")
        boolean exports)
        implements Backend {

    /** Contributes it to the tests of this module. */
    public static final class Module extends GanModule {
        @Override
        protected void configure() {
            backend("fake", FakeBackend.class);
        }
    }

    @Override
    public Run open(Experiment experiment) {
        return new FakeRun(experiment);
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("fake", "1");
    }

    @Override
    public List<Check> check() {
        return List.of(Check.fine("fake", "always works"));
    }

    private final class FakeRun
            implements Run, Continuation, LoneUpdates, LossProbes, Rollback, SavedModelExport, UpdateInspection {
        private final Experiment experiment;
        private long step;
        /** Steps whose learning was taken back. */
        private long lost;

        /** Updates of one player alone. */
        private long alone;

        private float slot;

        FakeRun(Experiment experiment) {
            this.experiment = experiment;
        }

        @Override
        public long step() {
            return step;
        }

        @Override
        public double epoch() {
            return step / 10.0;
        }

        @Override
        public Map<String, Double> advance(long steps) {
            double sum = 0;
            for (long i = 0; i < steps; i++) {
                step++;
                sum += step == divergeAt || Float.isInfinite(slot) ? Double.NaN : step;
                slot = step == slotBreaksAt ? Float.POSITIVE_INFINITY : slot;
                if (step == failAt) {
                    throw new IllegalStateException("the fake broke at step " + step);
                }
                pause();
            }
            return Map.of("loss/d", sum / steps, "loss/g", 1.0);
        }

        @Override
        public Map<String, Double> updateAlone(Player player) {
            alone++;
            return Map.of("loss/" + player.letter().toLowerCase(Locale.ROOT), -1.0);
        }

        @Override
        public List<String> goOnFrom(Run other) {
            FakeRun before = (FakeRun) other;
            step = before.step;
            alone = before.alone;
            lost = before.lost;
            slot = before.slot;
            return List.of("the fake’s mood");
        }

        private void pause() {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public FloatTensor latent(int count, String stream) {
            return normal(experiment.parts().prior().value().shape(), count, stream.hashCode());
        }

        @Override
        public FloatTensor generate(FloatTensor latent) {
            return normal(experiment.parts().dataset().value().shape(), latent.count(), 1);
        }

        @Override
        public FloatTensor real(int count, String stream) {
            return normal(experiment.parts().dataset().value().shape(), count, 2);
        }

        private FloatTensor normal(Shape example, int count, long seed) {
            Random random = new Random(seed);
            float[] values = new float[count * example.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return new FloatTensor(example.prepend(count), values);
        }

        @Override
        public float[] score(FloatTensor examples) {
            return new float[examples.count()];
        }

        @Override
        public FloatTensor features(FloatTensor examples) {
            return new FloatTensor(Shape.of(examples.count(), examples.width()), examples.values());
        }

        @Override
        public FloatTensor head(FloatTensor examples, String name) {
            throw new AssertionError(name);
        }

        @Override
        public Map<String, Double> probe() {
            Map<String, Double> norms = new TreeMap<>();
            experiment.parts().probes().forEach(probe -> norms.put("grad/g." + probe.name(), 1.0));
            return norms;
        }

        @Override
        public SortedMap<String, FloatTensor> weights() {
            return new TreeMap<>(Map.of("w", new FloatTensor(Shape.of(1), new float[] {weight()})));
        }

        private float weight() {
            return weightBreaksAt > 0 && step >= weightBreaksAt ? Float.NaN : experiment.seed() + step + alone - lost;
        }

        @Override
        public List<UpdateValue> inspectStep() {
            double loss = advance(1).get("loss/d");
            return List.of(
                    new UpdateValue(1, Player.DISCRIMINATOR, UpdateValue.Kind.LOSS, "fake", loss),
                    new UpdateValue(1, Player.DISCRIMINATOR, UpdateValue.Kind.SLOT, "w.s", slot),
                    new UpdateValue(1, Player.DISCRIMINATOR, UpdateValue.Kind.WEIGHT, "w", weight()));
        }

        @Override
        public String device() {
            return "cpu";
        }

        @Override
        public void save(Path folder) {
            try {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve("step"), step + " " + lost + " " + slot);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void restore(Path folder) {
            String[] saved = saved(folder);
            step = Long.parseLong(saved[0]);
            lost = Long.parseLong(saved[1]);
            slot = Float.parseFloat(saved[2]);
        }

        /** Returns the step, how many steps were taken back, and the slot; the first alone stands for no others. */
        private static String[] saved(Path folder) {
            try {
                String saved = Files.readString(folder.resolve("step"));
                return (saved.contains(" ") ? saved : saved + " 0 0").split(" ");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean isFinite() {
            return Float.isFinite(slot) && Float.isFinite(weight());
        }

        @Override
        public void rollBack(Path checkpoint) {
            String[] saved = saved(checkpoint);
            slot = Float.parseFloat(saved[2]);
            lost = step - (Long.parseLong(saved[0]) - Long.parseLong(saved[1]));
        }

        @Override
        public Exported export(Path folder) {
            if (!exports) {
                throw new WorkFailed("the fake exports nothing");
            }
            try {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve("saved_model.pb"), "w=" + (experiment.seed() + step - lost));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Experiment.Parts parts = experiment.parts();
            return new Exported(
                    "serve",
                    "serving_default",
                    new Named("z", parts.prior().value().shape().batched()),
                    new Named("x", parts.dataset().value().shape().batched()));
        }

        @Override
        public void close() {}
    }
}
