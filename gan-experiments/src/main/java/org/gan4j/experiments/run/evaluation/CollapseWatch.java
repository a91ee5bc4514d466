package org.gan4j.experiments.run.evaluation;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gan4j.experiments.run.alarm.CollapseAlarm;

/**
 * Gives each evaluation to the collapse alarm.
 *
 * @param sentences takes the sentence that the alarm says when it is on for the first time
 */
public record CollapseWatch(CollapseAlarm alarm, Consumer<String> sentences) implements EvaluationAction {
    @Override
    public void perform(RunEvaluation evaluation) {
        Map<String, Double> found = new TreeMap<>();
        alarm.check(evaluation.batch(), evaluation.step(), evaluation.share(), found)
                .ifPresent(sentences);
        evaluation.add(found);
    }
}
