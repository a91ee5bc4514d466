package org.gan4j.tensorflow.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.metric.ProbeSignal;
import org.gan4j.api.part.Part;
import org.gan4j.api.train.Draws;
import org.gan4j.api.train.Player;
import org.gan4j.api.train.Signal;
import org.gan4j.tensorflow.data.Data;
import org.gan4j.tensorflow.graph.Gradients;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.GraphNoise;
import org.gan4j.tensorflow.graph.Variable;
import org.gan4j.tensorflow.host.Feeds;
import org.gan4j.tensorflow.host.GraphSession;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The generator's gradient under several losses, at the same weights, on the same noise and with the same dropout masks as each
 * other: dropout acts as in training, so the numbers compare with {@code grad/g}. The batch depends on the seed and the number of
 * updates alone. Noise comes from streams that training never uses; real examples are those of a generator that looks at them.
 */
public final class Probes {
    private final List<String> losses = new ArrayList<>();
    private final Map<String, Operand<TFloat32>> values = new LinkedHashMap<>();
    private final GraphAlgebra net;

    public Probes(Experiment experiment, Model model, Data data, UpdateGraphs training) {
        Operand<TInt64> number = training.updates(Player.GENERATOR);
        net = model.training("probe", number);
        GraphNoise noise = new GraphNoise(net, model.streams().of("latent.probe", number), experiment.batch());
        Operand<TFloat32> latent =
                experiment.parts().prior().value().draw(noise).raw();
        Gradients gradients = new Gradients(model.nodes());
        Draws draws = Draws.of(
                experiment.parts().dataset().value(), experiment.parts().prior().value());
        GraphStep.Shared shared = new GraphStep.Shared(
                experiment.parts().loss().value(),
                TermGradients.ofTensorFlow(net, gradients),
                new Batch(draws, data.batch(Player.GENERATOR, number), latent),
                noise,
                training.looking(net),
                model.parameters());
        GraphStep step = GraphStep.of(shared, model.nets()).seenBy(Player.GENERATOR);
        Scores<Operand<TFloat32>> scores = step.scores();
        Operand<TFloat32> samples = step.get(Signal.FAKE).raw();
        List<Output<TFloat32>> weights = model.parameters().of(Player.GENERATOR).stream()
                .map(Variable::read)
                .toList();
        Map<String, List<Output<TFloat32>>> byLoss = new LinkedHashMap<>();
        for (Part<Loss> probe : experiment.parts().probes()) {
            String what = "the generator's objective under " + probe.name();
            Operand<TFloat32> objective = probe.value()
                    .generator(step.scores(probe.value(), Player.GENERATOR))
                    .raw();
            List<Output<TFloat32>> gradient = gradients.of(what, objective, weights);
            byLoss.put(probe.name(), gradient);
            values.put(ProbeSignal.WEIGHTS.of(probe.name()), training.norm(gradient));
            values.put(
                    ProbeSignal.LOGITS.of(probe.name()),
                    pushes(gradients, what, objective, scores.fake().raw()));
            values.put(ProbeSignal.SAMPLES.of(probe.name()), pushes(gradients, what, objective, samples));
        }
        losses.addAll(byLoss.keySet());
        pairs((a, b) -> values.put(
                cosine(a, b),
                product(model, Objects.requireNonNull(byLoss.get(a)), Objects.requireNonNull(byLoss.get(b)))));
    }

    /** Returns the sum over the examples of the length of the gradient by what belongs to each. */
    private Operand<TFloat32> pushes(
            Gradients gradients, String what, Operand<TFloat32> objective, Operand<TFloat32> examples) {
        Expr<Operand<TFloat32>> gradient =
                net.expr(gradients.of(what, objective, List.of(examples)).get(0));
        if (net.shape(gradient.raw()).rank() == 1) {
            return gradient.abs().sum().raw();
        }
        Expr<Operand<TFloat32>> rows = gradient.with(net.reshape(
                gradient.raw(),
                Shape.of(Shape.ANY, net.shape(examples).example().size())));
        return rows.square().sum(1).sqrt().sum().raw();
    }

    /** Returns the inner product of two gradients that are spread over several tensors. */
    private static Operand<TFloat32> product(Model model, List<Output<TFloat32>> a, List<Output<TFloat32>> b) {
        GraphAlgebra algebra = model.evaluating();
        List<Operand<TFloat32>> parts = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            parts.add(algebra.expr(a.get(i)).times(algebra.expr(b.get(i))).sum().raw());
        }
        return algebra.expr(model.nodes().pack(parts)).sum().raw();
    }

    private void pairs(BiConsumer<String, String> each) {
        for (int a = 0; a < losses.size(); a++) {
            for (int b = a + 1; b < losses.size(); b++) {
                each.accept(losses.get(a), losses.get(b));
            }
        }
    }

    private static String cosine(String a, String b) {
        return ProbeSignal.COSINE.of(a, b);
    }

    /** Returns each {@link ProbeSignal} by metric name. */
    public Map<String, Double> measure(GraphSession session) {
        Map<String, Double> measured = new LinkedHashMap<>();
        if (values.isEmpty()) {
            return measured;
        }
        List<FloatTensor> fetched = session.floats(Feeds.none(), new ArrayList<>(values.values()), List.of());
        int i = 0;
        for (String name : values.keySet()) {
            measured.put(name, (double) fetched.get(i++).values()[0]);
        }
        // In double: the product of two small lengths is 0 in float32.
        pairs((a, b) -> measured.computeIfPresent(
                cosine(a, b),
                (name, product) -> product
                        / (Objects.requireNonNull(measured.get(ProbeSignal.WEIGHTS.of(a)))
                                * Objects.requireNonNull(measured.get(ProbeSignal.WEIGHTS.of(b))))));
        return measured;
    }
}
