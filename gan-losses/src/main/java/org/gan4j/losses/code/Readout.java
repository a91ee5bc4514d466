package org.gan4j.losses.code;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.algebra.Expr;
import org.gan4j.api.algebra.Initializer;
import org.gan4j.api.net.Layer;
import org.gan4j.standard.initializer.Constant;
import org.gan4j.standard.layer.Dense;
import org.gan4j.standard.layer.Flatten;

/** The layers that read a code from features, and the cost of what they say. */
final class Readout {
    private Readout() {}

    /** Returns hidden layers on rows, and a last one that gives so many values. */
    static List<Layer> layers(List<Layer> hidden, Initializer weights, int width) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Flatten());
        layers.addAll(hidden);
        layers.add(new Dense(width, weights, new Constant(0)));
        return layers;
    }

    /**
     * Returns the mean of -log softmax(logits) at the true classes.
     *
     * @param logits  [batch × classes]
     * @param classes [batch × classes], one 1 among zeros
     */
    static <T> Expr<T> crossEntropy(Expr<T> logits, Expr<T> classes) {
        return logits.logSumExp(1).minus(logits.times(classes).sum(1)).mean();
    }
}
