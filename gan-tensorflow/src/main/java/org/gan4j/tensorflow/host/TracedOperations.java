package org.gan4j.tensorflow.host;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.api.run.OperationTimes.OperationTime;
import org.tensorflow.proto.DeviceStepStats;
import org.tensorflow.proto.NodeExecStats;
import org.tensorflow.proto.StepStats;

/** Reads the operations and their times from what TensorFlow has recorded of a run. */
public final class TracedOperations {
    /** TensorFlow describes an executed operation as {@code name = Type(inputs)}. */
    private static final Pattern LABEL = Pattern.compile("(?:\\[.*?] )?\\S+ = (\\w+)\\(.*", Pattern.DOTALL);

    private TracedOperations() {}

    public static List<OperationTime> of(StepStats stats) {
        return stats.getDevStatsList().stream()
                .map(DeviceStepStats::getNodeStatsList)
                .flatMap(List::stream)
                .map(TracedOperations::time)
                .toList();
    }

    private static OperationTime time(NodeExecStats node) {
        Matcher label = LABEL.matcher(node.getTimelineLabel());
        String kind = label.matches() ? label.group(1) : node.getNodeName();
        long nanoseconds = node.getOpEndRelNanos() - node.getOpStartRelNanos();
        return new OperationTime(kind, node.getNodeName(), nanoseconds);
    }
}
