package org.gan4j.experiments.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.part.Contribution;
import org.gan4j.api.part.ExtensionPoint;
import org.gan4j.api.part.Part;
import org.gan4j.api.problem.Problems;
import org.gan4j.binding.Setting;
import org.gan4j.registry.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parts that nobody names, since everything that is contributed to their point is used. */
public final class ContributedParts {
    private static final Logger LOG = LoggerFactory.getLogger(ContributedParts.class);

    private ContributedParts() {}

    /**
     * Builds all parts of a point with their defaults, in the order of their names. One that cannot be built is left out
     * with a warning in the log: it never keeps a run from beginning.
     */
    public static <P> List<Part<P>> all(Extensions extensions, ExtensionPoint<P> point) {
        List<Part<P>> parts = new ArrayList<>();
        for (Contribution contribution : extensions.contributions(point.id())) {
            part(extensions, point, contribution.name()).ifPresent(parts::add);
        }
        return parts;
    }

    private static <P> Optional<Part<P>> part(Extensions extensions, ExtensionPoint<P> point, String name) {
        String place = point.id() + " " + name;
        try {
            Problems problems = new Problems();
            Optional<Part<P>> part = extensions.part(point, point.id(), new Setting.Text(name, place), problems);
            problems.list().forEach(problem -> LOG.warn("{}", problem));
            return part;
        } catch (RuntimeException e) {
            LOG.warn("{} is left out: {}", place, e.getMessage());
            return Optional.empty();
        }
    }
}
