package org.gan4j.tensorflow.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.gan4j.api.algebra.Shape;
import org.gan4j.digest.Digest;
import org.tensorflow.Operand;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TInt64;

/** The random streams of a run, all derived from its one seed by their names. */
public final class Streams {
    private final Nodes nodes;
    private final long seed;

    public Streams(Nodes nodes, long seed) {
        this.nodes = nodes;
        this.seed = seed;
    }

    /** Returns the stream of a name that is known when the graph is built. */
    public Stream of(String name, Operand<TInt64> number) {
        return of(nodes.constant(key(name)), number);
    }

    /** Returns a stream whose {@link #key} is fed when the graph runs. */
    public Stream of(Operand<TInt64> key, Operand<TInt64> number) {
        return new Stream(nodes, nodes.bitcast(nodes.reshape(key, Shape.of(1)), DataType.DT_UINT64), number);
    }

    /**
     * Returns 64 bits that stand for (seed, name): the first of their SHA-256, so that similar names have unrelated
     * keys.
     */
    public long key(String name) {
        MessageDigest digest = Digest.newDigest();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
