package org.gan4j.tensorflow.train;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.gan4j.api.train.Draws;
import org.gan4j.tensorflow.data.RealBatch;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The draws for one update by the names of {@link org.gan4j.api.train.Step#feed}; only those that the update uses are computed.
 * Labels are built the first time that something asks for them.
 */
public final class Batch {
    private final Draws draws;
    private final Map<String, Supplier<Operand<TFloat32>>> sources = new HashMap<>();
    private final SortedMap<String, Operand<TFloat32>> built = new TreeMap<>();

    Batch(Draws draws, RealBatch real, Operand<TFloat32> latent) {
        this.draws = draws;
        built.put("real", real.examples());
        built.put("latent", latent);
        if (draws.classes() > 0) {
            sources.put("label", real.labels());
        }
    }

    /** Returns what the updates of the experiment draw. */
    Draws draws() {
        return draws;
    }

    Operand<TFloat32> get(String name) {
        return built.computeIfAbsent(name, this::build);
    }

    private Operand<TFloat32> build(String name) {
        Supplier<Operand<TFloat32>> source = sources.get(name);
        if (source == null) {
            SortedSet<String> known = new TreeSet<>(built.keySet());
            known.addAll(sources.keySet());
            throw new IllegalArgumentException("a step draws " + known + "; there is no \"" + name + "\"");
        }
        return source.get();
    }

    /** Returns the draws that exist, by name. */
    public SortedMap<String, Operand<TFloat32>> built() {
        return new TreeMap<>(built);
    }
}
