package org.gan4j.experiments.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.train.Player;
import org.gan4j.experiments.library.metric.KnownDivergence;
import org.gan4j.experiments.run.RunNames;
import org.gan4j.experiments.settings.record.DistinguishingKeys;

/**
 * One or two arms that train beside each other. They differ in the loss alone, so they share data, noise and first weights. Used by
 * one thread at a time.
 */
public final class Lab implements AutoCloseable {
    /** Enough for a fast look ahead; few enough that an answer never takes long. */
    static final int MOST_STEPS = 500;

    private static final int MOST_ARMS = 2;

    private List<Experiment> experiments;
    private Optional<KnownDivergence> known;
    private final List<LabArm> arms = new ArrayList<>();
    private Scene scene;
    private boolean sameWeights;

    private Lab(List<Experiment> experiments) {
        this.experiments = List.copyOf(experiments);
        known = knownOf(experiments);
        restart();
        scene = arms.get(0).scene();
    }

    /**
     * Opens a lab at step 0.
     *
     * @throws InvalidInput if there are more than two experiments, or two that differ in more than the loss
     */
    public static Lab open(List<Experiment> experiments) {
        check(experiments);
        return new Lab(experiments);
    }

    /**
     * Checks that the lab can show these experiments.
     *
     * @throws InvalidInput if there are more than two, or two that differ in more than the loss
     */
    public static void check(List<Experiment> experiments) {
        if (experiments.size() > MOST_ARMS) {
            throw new InvalidInput(
                    "lab", "these are " + experiments.size() + " arms; the lab shows one or two, such as loss=a,b");
        }
        SortedSet<String> others = new TreeSet<>(DistinguishingKeys.of(
                experiments.stream().map(Experiment::settings).toList()));
        others.removeIf(key -> key.equals("loss") || key.startsWith("loss."));
        if (experiments.stream().map(Experiment::seed).distinct().count() > 1) {
            others.add("seed");
        }
        if (!others.isEmpty()) {
            throw new InvalidInput(
                    String.join(", ", others),
                    "differs between the two arms; the lab's arms differ in the loss alone; use gan compare for the rest");
        }
    }

    private static Optional<KnownDivergence> knownOf(List<Experiment> experiments) {
        return KnownDivergence.of(experiments.get(0).parts().dataset().value());
    }

    List<Experiment> experiments() {
        return experiments;
    }

    /**
     * Goes on with other settings, and with the weights of the arms as they are.
     *
     * @throws InvalidInput if the lab cannot show these experiments, or the nets have other weights; then nothing changes
     */
    LabFrame change(List<Experiment> others) {
        check(others);
        if (others.size() != arms.size()) {
            throw new InvalidInput("lab", "another number of arms begins at step 0");
        }
        Optional<KnownDivergence> next = knownOf(others);
        List<LabArm> changed = new ArrayList<>();
        try {
            for (int i = 0; i < others.size(); i++) {
                changed.add(arms.get(i).changed(others.get(i), next));
            }
        } catch (RuntimeException e) {
            changed.forEach(LabArm::close);
            throw e;
        }
        close();
        arms.addAll(changed);
        experiments = List.copyOf(others);
        known = next;
        scene = arms.get(0).scene();
        return frame();
    }

    /** Begins again at step 0, with the settings as they are now. */
    void restart() {
        close();
        experiments.forEach(experiment -> arms.add(LabArm.open(experiment, known)));
        sameWeights = weights().stream().distinct().count() == 1;
    }

    LabDescription describe() {
        List<String> names = RunNames.of(experiments);
        return new LabDescription(
                experiments.get(0).name(),
                sameWeights,
                MOST_STEPS,
                arms.stream().allMatch(LabArm::hasLoneUpdates),
                scene,
                IntStream.range(0, arms.size())
                        .mapToObj(i -> new LabDescription.Arm(
                                names.get(i),
                                arms.get(i).opinion(),
                                arms.get(i).objectives(),
                                experiments.get(i).settings()))
                        .toList(),
                experiments.get(0).parts().schedule().value().pseudoCode(),
                LabCharts.of(
                        arms.stream().flatMap(arm -> arm.charted().stream()).toList(), known, scene),
                DrawnPoints.of(experiments.get(0)).isPresent());
    }

    /**
     * Trains all arms for some steps, and shows where they are.
     *
     * @param steps 0 shows them without training
     */
    LabFrame advance(int steps) {
        arms.forEach(arm -> arm.advance(steps));
        return frame();
    }

    /** Updates one player of each arm alone, once, and shows where the arms are. */
    LabFrame update(Player player) {
        arms.forEach(arm -> arm.update(player));
        return frame();
    }

    private LabFrame frame() {
        return new LabFrame(
                arms.stream().mapToLong(LabArm::step).max().orElse(0),
                arms.stream().map(arm -> arm.frame(scene)).toList());
    }

    /** Returns the arms' weights. */
    List<SortedMap<String, FloatTensor>> weights() {
        return arms.stream().map(LabArm::weights).toList();
    }

    /** Returns an arm as a recipe, if there is an arm of this number. */
    Stream<String> recipe(int arm) {
        return arms.stream().skip(arm).limit(1).map(LabArm::recipe);
    }

    @Override
    public void close() {
        arms.forEach(LabArm::close);
        arms.clear();
    }
}
