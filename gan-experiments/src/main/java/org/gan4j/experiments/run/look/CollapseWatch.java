package org.gan4j.experiments.run.look;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gan4j.experiments.run.alarm.CollapseAlarm;

/**
 * Lets the collapse alarm look.
 *
 * @param sentences takes the sentence that the alarm says when it is on for the first time
 */
public record CollapseWatch(CollapseAlarm alarm, Consumer<String> sentences) implements LookObserver {
    @Override
    public void look(Look look) {
        Map<String, Double> found = new TreeMap<>();
        alarm.look(look.batch(), look.step(), look.share(), found).ifPresent(sentences);
        look.add(found);
    }
}
