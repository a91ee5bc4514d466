package org.gan4j.tensorflow.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Experiment;
import org.gan4j.api.Loss;
import org.gan4j.api.Scores;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.plugin.Part;
import org.gan4j.api.train.Player;
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
 * updates alone, and belongs to streams that training never uses.
 */
public final class Probes {
    private final Map<String, Operand<TFloat32>> values = new LinkedHashMap<>();

    public Probes(Experiment experiment, Model model, Data data, Training training) {
        Operand<TInt64> number = training.updates(Player.GENERATOR);
        GraphAlgebra net = GraphAlgebra.training(
                model.nodes(), model.parameters(), name -> model.streams().of("probe." + name, number));
        GraphNoise noise = new GraphNoise(net, model.streams().of("latent.probe", number), experiment.batch());
        Operand<TFloat32> latent =
                experiment.parts().prior().value().draw(noise).raw();
        Gradients gradients = new Gradients(model.nodes());
        Batch batch = new Batch(data.batch(Player.GENERATOR, number), latent);
        Scores<Operand<TFloat32>> scores = new GraphStep(model.nets(), net, gradients, batch, noise).apart();
        List<Output<TFloat32>> weights = model.parameters().of(Player.GENERATOR).stream()
                .map(Variable::read)
                .toList();
        for (Part<Loss> probe : experiment.parts().probes()) {
            String what = "the generator's objective under " + probe.name();
            Operand<TFloat32> objective = probe.value().generator(scores).raw();
            values.put("grad/g." + probe.name(), training.norm(gradients.of(what, objective, weights)));
            Operand<TFloat32> atLogits =
                    gradients.of(what, objective, List.of(scores.fake().raw())).get(0);
            values.put(
                    "grad/g-logit." + probe.name(),
                    net.expr(atLogits).abs().sum().raw());
        }
    }

    /**
     * By metric name: {@code grad/g.NAME}, the length of the gradient with respect to the generator's weights, and
     * {@code grad/g-logit.NAME}, the sum of |dL/da| over the logits a of the batch, which for a loss that is a mean is the mean
     * slope of an example.
     */
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
        return measured;
    }
}
