package org.gan4j.tensorflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.gan4j.api.Dataset;
import org.gan4j.api.Discriminator;
import org.gan4j.api.Generator;
import org.gan4j.api.Loss;
import org.gan4j.api.Prior;
import org.gan4j.api.part.Part;
import org.gan4j.api.run.Backend;
import org.gan4j.api.run.Experiment;
import org.gan4j.api.train.Optimizer;
import org.gan4j.api.train.Schedule;
import org.gan4j.api.train.Term;
import org.gan4j.losses.NonSaturating;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.initializer.Glorot;
import org.gan4j.standard.layer.Identity;
import org.gan4j.standard.layer.LeakyRelu;
import org.gan4j.standard.layer.Relu;
import org.gan4j.standard.net.MlpDiscriminator;
import org.gan4j.standard.net.MlpGenerator;
import org.gan4j.standard.optimizer.Adam;
import org.gan4j.standard.prior.GaussianPrior;
import org.gan4j.standard.schedule.Algorithm1;

/** Small experiments for tests; by default a ring, narrow nets, Adam and Algorithm 1 with k = 1. */
final class Experiments {
    static final Adam ADAM = new Adam(0.001, 1, 0, 0.5, 0.999, 1e-8);

    private Loss loss = new NonSaturating(1);
    private Generator generator =
            new MlpGenerator(List.of(16), new Relu(), new Identity(), new Glorot(), new Constant(0));
    private Discriminator discriminator = new MlpDiscriminator(List.of(16), new LeakyRelu(0.2), new Glorot());
    private Prior prior = new GaussianPrior(4, 1);
    private Schedule schedule = new Algorithm1(1);
    private Optimizer optimizer = ADAM;
    private Dataset dataset = new Ring();
    private final List<Part<Term>> terms = new ArrayList<>();
    private final List<Part<Loss>> probes = new ArrayList<>();
    private long seed = 1;
    private int batch = 32;
    private String device = "cpu";

    static Experiments ring() {
        return new Experiments();
    }

    Experiments loss(Loss other) {
        loss = other;
        return this;
    }

    Experiments generator(Generator other) {
        generator = other;
        return this;
    }

    Experiments discriminator(Discriminator other) {
        discriminator = other;
        return this;
    }

    Experiments prior(Prior other) {
        prior = other;
        return this;
    }

    Experiments schedule(Schedule other) {
        schedule = other;
        return this;
    }

    Experiments optimizer(Optimizer other) {
        optimizer = other;
        return this;
    }

    Experiments dataset(Dataset other) {
        dataset = other;
        return this;
    }

    Experiments term(Term term) {
        terms.add(part("term", term));
        return this;
    }

    Experiments probe(String name, Loss probe) {
        probes.add(new Part<>("probe", name, probe, new TreeMap<>(), ""));
        return this;
    }

    Experiments seed(long other) {
        seed = other;
        return this;
    }

    Experiments batch(int other) {
        batch = other;
        return this;
    }

    Experiments device(String other) {
        device = other;
        return this;
    }

    Experiment build() {
        Experiment.Parts parts = new Experiment.Parts(
                part("loss", loss),
                part("generator", generator),
                part("discriminator", discriminator),
                part("prior", prior),
                part("schedule", schedule),
                part("optimizer", optimizer),
                part("dataset", dataset),
                part("backend", (Backend) new TensorFlowBackend()),
                List.of(),
                terms,
                probes);
        TreeMap<String, String> settings = new TreeMap<>();
        parts.all().forEach(part -> settings.put(part.key(), String.valueOf(part.value())));
        settings.put("seed", Long.toString(seed));
        settings.put("batch", Integer.toString(batch));
        return new Experiment(
                "test",
                parts,
                seed,
                batch,
                new Experiment.Budget(1, 0, 0),
                new Experiment.Cadence(0, 0, 0, 0),
                device,
                Path.of("runs"),
                settings);
    }

    TensorFlowRun open() {
        return (TensorFlowRun) new TensorFlowBackend().open(build());
    }

    private static <P> Part<P> part(String key, P value) {
        return new Part<>(key, value.getClass().getSimpleName(), value, new TreeMap<>(), "");
    }
}
