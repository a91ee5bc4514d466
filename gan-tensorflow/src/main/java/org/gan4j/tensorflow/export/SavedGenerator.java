package org.gan4j.tensorflow.export;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.api.run.SavedModelExport;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.host.GraphSession;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.types.TFloat32;

/**
 * A generator as a SavedModel: one graph with the tag {@code serve} and the signature {@code serving_default}, which
 * loaders use by default.
 *
 * @param latent  the placeholder z
 * @param example x = G(z)
 */
public record SavedGenerator(Graph graph, Operand<TFloat32> latent, Operand<TFloat32> example) {
    private static final String TAG = "serve";
    private static final String SIGNATURE = "serving_default";
    private static final String METHOD = "tensorflow/serving/predict";
    private static final String LATENT = "z";
    private static final String EXAMPLE = "x";
    private static final String FILE = "saved_model.pb";
    private static final int SCHEMA = 1;

    /** Writes it with the weights that the session has now. */
    public SavedModelExport.Exported write(GraphSession session, Path folder) {
        SavedModel model = SavedModel.newBuilder()
                .setSavedModelSchemaVersion(SCHEMA)
                .addMetaGraphs(MetaGraphDef.newBuilder()
                        .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder()
                                .addTags(TAG)
                                .setTensorflowVersion(TensorFlow.version()))
                        .setGraphDef(FrozenGraph.of(graph, session, List.of(latent, example)))
                        .putSignatureDef(SIGNATURE, signature()))
                .build();
        try {
            Files.createDirectories(folder);
            write(model, folder.resolve(FILE));
        } catch (IOException e) {
            throw new WorkFailed("cannot write the generator to " + folder + ": " + e, e);
        }
        return new SavedModelExport.Exported(TAG, SIGNATURE, named(LATENT, latent), named(EXAMPLE, example));
    }

    private SignatureDef signature() {
        return SignatureDef.newBuilder()
                .setMethodName(METHOD)
                .putInputs(LATENT, info(latent))
                .putOutputs(EXAMPLE, info(example))
                .build();
    }

    private static TensorInfo info(Operand<TFloat32> tensor) {
        return TensorInfo.newBuilder()
                .setName(tensor.op().name() + ":" + tensor.asOutput().index())
                .setDtype(DataType.DT_FLOAT)
                .setTensorShape(Nodes.message(Nodes.shape(tensor)))
                .build();
    }

    private static SavedModelExport.Named named(String name, Operand<TFloat32> tensor) {
        return new SavedModelExport.Named(name, Nodes.shape(tensor));
    }

    /** Writes maps in a fixed order, so that equal models are equal files. */
    private static void write(SavedModel model, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file)) {
            CodedOutputStream coded = CodedOutputStream.newInstance(stream);
            coded.useDeterministicSerialization();
            model.writeTo(coded);
            coded.flush();
        }
    }
}
