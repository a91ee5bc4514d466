package org.gan4j.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.run.UpdateValue;
import org.gan4j.api.run.UpdateValue.Kind;
import org.gan4j.api.train.Player;
import org.gan4j.tensorflow.graph.Parameters;
import org.gan4j.tensorflow.graph.Variable;
import org.gan4j.tensorflow.host.Feeds;
import org.gan4j.tensorflow.host.GraphSession;
import org.gan4j.tensorflow.memory.KeptValues;
import org.gan4j.tensorflow.plan.Update;
import org.gan4j.tensorflow.rule.PlayerUpdates;
import org.gan4j.tensorflow.train.UpdateGraphs;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;

/**
 * Makes updates and says what they compute on the way and leave behind.
 *
 * @param state the variables of the training's state that are floats: weights, slots and kept values
 */
record InspectedUpdates(GraphSession session, UpdateGraphs training, List<Variable<TFloat32>> state) {
    /** Makes an update, the given one within its step, and returns its values in the order in which they are computed. */
    List<UpdateValue> of(Update update, int number) {
        List<UpdateValue> values = new ArrayList<>(computed(update, number));
        List<FloatTensor> left = stateNow();
        for (Kind kind : List.of(Kind.KEPT, Kind.SLOT, Kind.WEIGHT)) {
            for (int i = 0; i < left.size(); i++) {
                String name = state.get(i).name();
                Player player = kind(name) == Kind.KEPT ? update.players().get(0) : Parameters.owner(shown(name));
                if (kind(name) == kind && update.moves(player)) {
                    values.add(new UpdateValue(number, player, kind, shown(name), size(left.get(i))));
                }
            }
        }
        return values;
    }

    /** Returns whether all weights, slots and kept values are finite now. */
    boolean isStateFinite() {
        return stateNow().stream().allMatch(FloatTensor::isFinite);
    }

    private List<FloatTensor> stateNow() {
        return session.floats(Feeds.none(), state.stream().map(Variable::read).toList(), List.of());
    }

    private List<UpdateValue> computed(Update update, int number) {
        UpdateGraphs.UpdateGraph graph = training.of(update);
        // Where there are no terms, the objective is the loss: a tensor must not be fetched twice.
        List<Output<TFloat32>> tensors = graph.computed().stream()
                .map(computed -> computed.tensor().asOutput())
                .distinct()
                .toList();
        List<FloatTensor> fetched = session.floats(Feeds.none(), tensors, List.of(graph.target()));
        return graph.computed().stream()
                .map(computed -> new UpdateValue(
                        number,
                        computed.player(),
                        computed.kind(),
                        computed.name(),
                        size(fetched.get(tensors.indexOf(computed.tensor().asOutput())))))
                .toList();
    }

    private static Kind kind(String variable) {
        return variable.startsWith(KeptValues.PREFIX)
                ? Kind.KEPT
                : variable.startsWith(PlayerUpdates.SLOT_PREFIX) ? Kind.SLOT : Kind.WEIGHT;
    }

    private static String shown(String variable) {
        return switch (kind(variable)) {
            case KEPT -> variable.substring(KeptValues.PREFIX.length());
            case SLOT -> variable.substring(PlayerUpdates.SLOT_PREFIX.length());
            default -> variable;
        };
    }

    /** Returns the value of a scalar, and the Euclidean length of any other tensor. */
    private static double size(FloatTensor tensor) {
        if (tensor.shape().rank() == 0) {
            return tensor.values()[0];
        }
        double sum = 0;
        for (float value : tensor.values()) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }
}
