package org.gan4j.tensorflow.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.tensorflow.host.GraphSession;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/**
 * A part of a graph that needs nothing from outside: each reading of a variable is a constant. A SavedModel with resource
 * variables is written by this version of TensorFlow Java without their values.
 */
final class FrozenGraph {
    private static final String READ = "ReadVariableOp";
    private static final Set<String> VARIABLES = Set.of("VarHandleOp", "VariableV2", "Variable");

    private final GraphDef whole;
    private final Map<String, NodeDef> byName;
    private final Set<String> needed = new HashSet<>();
    private final List<String> reads = new ArrayList<>();

    private FrozenGraph(GraphDef whole) {
        this.whole = whole;
        byName = whole.getNodeList().stream().collect(Collectors.toMap(NodeDef::getName, node -> node));
    }

    /**
     * Returns the part of the graph that leads to the outputs, with the values that the variables have in the session
     * now.
     */
    static GraphDef of(Graph graph, GraphSession session, Collection<? extends Operand<?>> outputs) {
        FrozenGraph frozen = new FrozenGraph(graph.toGraphDef());
        frozen.collect(outputs);
        return frozen.with(frozen.values(graph, session));
    }

    private void collect(Collection<? extends Operand<?>> outputs) {
        Deque<String> waiting = new ArrayDeque<>();
        outputs.forEach(output -> waiting.add(output.op().name()));
        while (!waiting.isEmpty()) {
            String name = waiting.remove();
            if (needed.add(name)) {
                NodeDef node = Objects.requireNonNull(byName.get(name));
                refuseVariable(node);
                if (node.getOp().equals(READ)) {
                    reads.add(name);
                } else {
                    node.getInputList().forEach(input -> waiting.add(producer(input)));
                }
            }
        }
    }

    private static void refuseVariable(NodeDef node) {
        if (VARIABLES.contains(node.getOp())) {
            throw new WorkFailed("the generator cannot be exported: it uses the variable " + node.getName()
                    + " otherwise than by reading it whole, and another program would find no value in it");
        }
    }

    /** Returns the operation that an input such as {@code name:1} or {@code ^name} comes from. */
    private static String producer(String input) {
        return input.replaceFirst("^\\^", "").replaceFirst(":\\d+$", "");
    }

    private Map<String, TensorProto> values(Graph graph, GraphSession session) {
        List<TensorProto> values = session.tensors(
                reads.stream().map(name -> graph.operation(name).output(0)).toList());
        Map<String, TensorProto> byReading = new HashMap<>();
        for (int i = 0; i < reads.size(); i++) {
            byReading.put(reads.get(i), values.get(i));
        }
        return byReading;
    }

    private GraphDef with(Map<String, TensorProto> values) {
        GraphDef.Builder part =
                GraphDef.newBuilder().setVersions(whole.getVersions()).setLibrary(whole.getLibrary());
        for (NodeDef node : whole.getNodeList()) {
            if (values.containsKey(node.getName())) {
                part.addNode(constant(node.getName(), values.get(node.getName())));
            } else if (needed.contains(node.getName())) {
                part.addNode(node);
            }
        }
        return part.build();
    }

    private static NodeDef constant(String name, TensorProto value) {
        return NodeDef.newBuilder()
                .setName(name)
                .setOp("Const")
                .putAttr(
                        "dtype",
                        AttrValue.newBuilder().setType(value.getDtype()).build())
                .putAttr("value", AttrValue.newBuilder().setTensor(value).build())
                .build();
    }
}
