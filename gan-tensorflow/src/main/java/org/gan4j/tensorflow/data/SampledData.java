package org.gan4j.tensorflow.data;

import org.gan4j.api.Dataset;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.train.Player;
import org.gan4j.tensorflow.graph.GraphAlgebra;
import org.gan4j.tensorflow.graph.GraphNoise;
import org.gan4j.tensorflow.graph.Streams;
import org.gan4j.tensorflow.host.GraphSession;
import org.tensorflow.Operand;
import org.tensorflow.types.TInt64;

/** Endless data, drawn in the graph. */
final class SampledData implements Data {
    private final Dataset.Sampler sampler;
    private final GraphAlgebra algebra;
    private final Streams streams;
    private final int batch;
    private final NamedDraws evaluation;

    SampledData(Dataset.Sampler sampler, GraphAlgebra algebra, Streams streams, int batch) {
        this.sampler = sampler;
        this.algebra = algebra;
        this.streams = streams;
        this.batch = batch;
        this.evaluation = new NamedDraws("real", algebra, streams, sampler.shape(), sampler::draw);
    }

    @Override
    public RealBatch batch(Player source, Operand<TInt64> number) {
        return apart(source.toString(), number);
    }

    @Override
    public RealBatch apart(String stream, Operand<TInt64> number) {
        GraphNoise noise = new GraphNoise(algebra, streams.of("data." + stream, number), batch);
        return new RealBatch(sampler.draw(noise).raw(), () -> {
            throw new IllegalStateException("endless data have no labels");
        });
    }

    @Override
    public long batchesPerEpoch() {
        return 0;
    }

    @Override
    public void load(GraphSession session) {
        // Nothing is stored: every batch is drawn.
    }

    @Override
    public void beginEpoch(GraphSession session, long epoch) {
        // Endless data has no epochs.
    }

    @Override
    public FloatTensor draw(GraphSession session, int count, String stream) {
        return evaluation.draw(session, count, stream);
    }
}
