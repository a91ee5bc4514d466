package org.gan4j.experiments.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.api.experiment.Experiment;

/**
 * Other settings for the arms, as the page asks for them: a line {@code key=value} each. A line that begins with {@code 0:} or
 * {@code 1:} is for this arm alone.
 *
 * @param arms how many arms there are to be
 * @param own  the settings of each arm
 */
record LabChange(int arms, List<SortedMap<String, String>> own) {
    private static final Pattern LINE = Pattern.compile("(?:([01]):)?([a-z][A-Za-z0-9.-]{0,99})=(.{0,500})");
    private static final String ARMS = "arms";
    private static final int MOST_LINES = 60;

    static LabChange parse(String message, int present) throws LabRefusal {
        String[] lines = message.split("\n", MOST_LINES + 1);
        if (lines.length > MOST_LINES) {
            throw new LabRefusal(400, "a change has at most " + MOST_LINES + " lines");
        }
        int arms = present;
        List<SortedMap<String, String>> own = List.of(new TreeMap<>(), new TreeMap<>());
        for (String text : lines) {
            Matcher line = LINE.matcher(text);
            if (!line.matches()) {
                throw new LabRefusal(400, "a change takes lines key=value, or 0:key=value for the first arm alone");
            }
            if (line.group(2).equals(ARMS)) {
                arms = number(text);
                continue;
            }
            for (int arm = 0; arm < own.size(); arm++) {
                if (line.group(1) == null || line.group(1).equals(String.valueOf(arm))) {
                    own.get(arm).put(line.group(2), line.group(3));
                }
            }
        }
        return new LabChange(arms, own.subList(0, arms));
    }

    private static int number(String text) throws LabRefusal {
        return switch (text) {
            case "arms=1" -> 1;
            case "arms=2" -> 2;
            default -> throw new LabRefusal(400, "arms takes 1 or 2");
        };
    }

    /** Returns the changed experiments. A second arm that was not there is made of the first. */
    List<Experiment> of(List<Experiment> before, LabParts parts) {
        List<Experiment> changed = new ArrayList<>();
        for (int arm = 0; arm < arms; arm++) {
            changed.add(parts.changed(before.get(Math.min(arm, before.size() - 1)), own.get(arm)));
        }
        return changed;
    }
}
