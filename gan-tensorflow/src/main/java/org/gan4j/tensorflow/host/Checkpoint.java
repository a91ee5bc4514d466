package org.gan4j.tensorflow.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;
import org.gan4j.disk.DiskTrouble;
import org.gan4j.tensorflow.graph.Nodes;
import org.gan4j.tensorflow.graph.Variable;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TString;

/**
 * Writes and reads the state of a training: TensorFlow's own files for the variables, bit for bit, and {@code checkpoint.txt},
 * which is written last and says which experiment and step they belong to.
 */
public final class Checkpoint {
    static final String DESCRIPTION = "checkpoint.txt";
    static final String FILES = "state";
    private static final String FORMAT = "1";

    private final Experiment experiment;
    private final Operand<TString> prefix;
    private final Operation save;
    private final List<Operation> restore = new ArrayList<>();
    private final List<Operation> restoreNets = new ArrayList<>();

    /**
     * @param experiment the experiment that the checkpoints belong to
     * @param variables the variables that the future of the training depends on
     */
    public Checkpoint(Nodes nodes, Experiment experiment, List<Variable<?>> variables) {
        this.experiment = experiment;
        prefix = nodes.placeholder("checkpoint", DataType.DT_STRING, Shape.of());
        String[] texts = variables.stream().map(Variable::name).toArray(String[]::new);
        String[] whole = new String[texts.length];
        Arrays.fill(whole, "");
        Output<TString> names = nodes.strings(texts);
        Output<TString> slices = nodes.strings(whole);
        save = nodes.builder("SaveV2")
                .addInput(prefix.asOutput())
                .addInput(names)
                .addInput(slices)
                .addInputList(variables.stream().map(Variable::read).toArray(Output<?>[]::new))
                .build();
        Operation read = nodes.builder("RestoreV2")
                .addInput(prefix.asOutput())
                .addInput(names)
                .addInput(slices)
                .setAttr("dtypes", variables.stream().map(Variable::type).toArray(DataType[]::new))
                .build();
        for (int i = 0; i < variables.size(); i++) {
            Operation assign = variables.get(i).assign(read.output(i), List.of());
            restore.add(assign);
            // Counters are whole numbers, and sums of signals have double precision.
            if (variables.get(i).type() == DataType.DT_FLOAT) {
                restoreNets.add(assign);
            }
        }
    }

    /** Writes a new folder. */
    public void save(GraphSession session, Path folder, long step) {
        try {
            Files.createDirectories(folder);
            run(session, folder, List.of(save));
            Files.writeString(
                    folder.resolve(DESCRIPTION),
                    "format: " + FORMAT + "\nexperiment: " + experiment.trainingHash() + "\nstep: " + step + "\n");
        } catch (IOException | TensorFlowException e) {
            throw new WorkFailed(
                    "cannot write the checkpoint " + folder + ": " + DiskTrouble.reason(String.valueOf(e.getMessage())),
                    e);
        }
    }

    /**
     * Restores the state of a folder into the session.
     *
     * @return the step that it was saved at
     */
    public long restore(GraphSession session, Path folder) {
        return restore(session, folder, restore);
    }

    /** Restores weights, slots and kept values of a folder into the session; counters and sums of signals stay. */
    public void restoreNets(GraphSession session, Path folder) {
        restore(session, folder, restoreNets);
    }

    private long restore(GraphSession session, Path folder, List<Operation> assignments) {
        Map<String, String> description = describe(folder);
        if (!FORMAT.equals(description.get("format"))) {
            throw new InvalidInput(folder.toString(), "is not a checkpoint of format " + FORMAT);
        }
        // Checkpoints of earlier versions name the experiment together with its budget.
        String made = description.getOrDefault("experiment", "");
        if (!made.equals(experiment.trainingHash()) && !made.equals(experiment.hash())) {
            throw new InvalidInput(
                    folder.toString(),
                    "holds a checkpoint of another experiment (" + made + ", this is " + experiment.trainingHash()
                            + "); resume with the settings and modules that it was saved with");
        }
        try {
            run(session, folder, assignments);
            return Long.parseLong(String.valueOf(description.get("step")));
        } catch (TensorFlowException | NumberFormatException e) {
            throw new InvalidInput(folder.toString(), "the checkpoint is damaged: its values cannot be read");
        }
    }

    private static Map<String, String> describe(Path folder) {
        try {
            return Files.readAllLines(folder.resolve(DESCRIPTION)).stream()
                    .map(line -> line.split(": ", 2))
                    .filter(pair -> pair.length == 2)
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
        } catch (IOException e) {
            throw new InvalidInput(
                    folder.toString(), "holds no complete checkpoint: " + DESCRIPTION + " cannot be read");
        }
    }

    private void run(GraphSession session, Path folder, List<Operation> targets) {
        try (Feeds feeds = new Feeds().with(prefix, folder.resolve(FILES).toString())) {
            session.run(feeds, targets);
        }
    }
}
