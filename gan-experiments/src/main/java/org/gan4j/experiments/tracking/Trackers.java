package org.gan4j.experiments.tracking;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.part.Part;
import org.gan4j.api.track.Tracker;
import org.gan4j.experiments.plugins.ContributedParts;
import org.gan4j.registry.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which trackers are to hear of this process's runs. */
public final class Trackers {
    private static final Logger LOG = LoggerFactory.getLogger(Trackers.class);

    private Trackers() {}

    /**
     * All contributed trackers that have somewhere to deliver to, such as MLflow where {@code MLFLOW_TRACKING_URI} is set; often
     * none.
     */
    public static List<Tracker> active(Extensions extensions) {
        List<Tracker> active = new ArrayList<>();
        for (Part<Tracker> part : ContributedParts.all(extensions, Tracker.POINT)) {
            if (hasDestination(part)) {
                active.add(part.value());
            }
        }
        return active;
    }

    private static boolean hasDestination(Part<Tracker> part) {
        try {
            return part.value().destination().isPresent();
        } catch (RuntimeException e) {
            LOG.warn("tracker {} is left out: {}", part.name(), e.getMessage());
            return false;
        }
    }
}
