package org.gan4j.experiments.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.Problems;
import org.gan4j.api.run.Tracker;
import org.gan4j.binding.Setting;
import org.gan4j.registry.Extensions;

/** Which trackers are to hear of this process's runs. */
public final class Trackers {
    private Trackers() {}

    /**
     * All contributed trackers that have somewhere to deliver to, such as MLflow where {@code MLFLOW_TRACKING_URI} is set; often
     * none. One that cannot be built is told of on standard error and left out: tracking never keeps a run from beginning.
     */
    public static List<Tracker> active(Extensions extensions) {
        List<Tracker> active = new ArrayList<>();
        for (Contribution contribution : extensions.contributions(Tracker.POINT.id())) {
            tracker(extensions, contribution.name()).ifPresent(active::add);
        }
        return active;
    }

    private static Optional<Tracker> tracker(Extensions extensions, String name) {
        try {
            Problems problems = new Problems();
            Setting setting = new Setting.Text(name, "tracker " + name);
            Optional<Part<Tracker>> part = extensions.part(Tracker.POINT, "tracker", setting, problems);
            problems.list().forEach(problem -> System.err.println("gan: " + problem));
            return part.map(Part::value).filter(tracker -> tracker.destination().isPresent());
        } catch (RuntimeException e) {
            System.err.println("gan: tracker " + name + " is left out: " + e.getMessage());
            return Optional.empty();
        }
    }
}
