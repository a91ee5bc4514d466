package org.gan4j.tensorflow.data;

import org.gan4j.api.Dataset;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Table;
import org.gan4j.api.train.Player;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.Streams;
import org.gan4j.tensorflow.graph.Variables;
import org.gan4j.tensorflow.host.GraphSession;
import org.tensorflow.Operand;
import org.tensorflow.types.TInt64;

/** The source of real examples inside the graph. */
public interface Data {
    /**
     * Creates a source of the rows of a training split.
     *
     * @param classes the number of classes that the rows' labels name
     */
    static Data of(Table table, int classes, int batch, GraphAlgebra evaluating, Variables variables, Streams streams) {
        return new TableData(table, classes, batch, evaluating, variables, streams);
    }

    /** Creates a source of draws without end. */
    static Data of(Dataset.Sampler sampler, int batch, GraphAlgebra evaluating, Streams streams) {
        return new SampledData(sampler, evaluating, streams, batch);
    }

    /**
     * Returns a batch of real examples.
     *
     * @param source the player whose draws are counted
     * @param number of the draw, from 0
     */
    RealBatch batch(Player source, Operand<TInt64> number);

    /**
     * Returns a batch of real examples from a stream that {@link #batch} never uses, which leaves epochs as they are.
     *
     * @param stream the stream's name
     * @param number of the draw, from 0
     */
    RealBatch apart(String stream, Operand<TInt64> number);

    /** Returns the number of discriminator batches that use up the training split; 0 for endless data. */
    long batchesPerEpoch();

    /** Brings the data into the session, once. */
    void load(GraphSession session);

    /**
     * Begins an epoch; must be called before the discriminator's first draw of each epoch, after loading and after a
     * restore.
     */
    void beginEpoch(GraphSession session, long epoch);

    /** Returns examples from a named evaluation stream. */
    FloatTensor draw(GraphSession session, int count, String stream);
}
