package org.gan4j.tensorflow.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.graph.Variable;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;

/** Copies weights from a checkpoint of another experiment. */
public final class WeightImport {
    private WeightImport() {}

    /** Implements {@link org.gan4j.api.run.CheckpointImport}; the operations are added to the graph, once. */
    public static void assign(
            Graph graph,
            GraphSession session,
            List<Variable<TFloat32>> weights,
            Path folder,
            String toPrefix,
            String fromPrefix) {
        List<Variable<TFloat32>> taken = weights.stream()
                .filter(weight -> weight.name().startsWith(toPrefix))
                .toList();
        if (!Files.exists(folder.resolve(Checkpoint.DESCRIPTION))) {
            throw new InvalidInput(folder.toString(), "holds no complete checkpoint");
        }
        Nodes nodes = new Nodes(graph);
        String[] names = taken.stream()
                .map(weight -> fromPrefix + weight.name().substring(toPrefix.length()))
                .toArray(String[]::new);
        Operand<TString> prefix = nodes.placeholder("borrowed", DataType.DT_STRING, Shape.of());
        Operation read = nodes.builder("RestoreV2")
                .addInput(prefix.asOutput())
                .addInput(nodes.strings(names))
                .addInput(nodes.strings(Arrays.stream(names).map(name -> "").toArray(String[]::new)))
                .setAttr("dtypes", taken.stream().map(Variable::type).toArray(DataType[]::new))
                .build();
        List<Operation> assigned = IntStream.range(0, taken.size())
                .mapToObj(i -> taken.get(i).assign(ensured(nodes, read.output(i), taken.get(i)), List.of()))
                .toList();
        try (Feeds feeds =
                new Feeds().with(prefix, folder.resolve(Checkpoint.FILES).toString())) {
            session.run(feeds, assigned);
        } catch (TensorFlowException | IllegalArgumentException e) {
            throw new InvalidInput(
                    folder.toString(),
                    "does not hold the weights " + String.join(", ", names) + " in the shapes that are expected here: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** Checks the shape first, because an assignment alone would silently give the variable another shape. */
    private static Output<TFloat32> ensured(Nodes nodes, Output<?> value, Variable<TFloat32> weight) {
        return nodes.builder("EnsureShape")
                .addInput(value)
                .setAttr("shape", Nodes.nativeShape(weight.shape()))
                .build()
                .output(0);
    }
}
