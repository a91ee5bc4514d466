package org.gan4j.experiments.reproduce;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.run.ReopenedRun;

/**
 * The one trained pair of nets, for images, that a reproduction looks at.
 *
 * @param reproduction its name, for messages
 * @param recipe       what is trained where the request names no finished run
 */
public record TrainedRun(String reproduction, String recipe, ReproductionRequest request) {
    /**
     * Checks the request.
     *
     * @return the experiment to train; empty where a finished run is named
     */
    public Optional<Experiment> experiment() {
        List<Experiment> experiments = request.experimentsWithoutRuns(recipe);
        int count = Math.max(request.runs().size(), experiments.size());
        if (count != 1) {
            throw new InvalidInput(
                    "",
                    "gan reproduce " + reproduction + " uses one run; " + count
                            + " were given; name one seed or one run");
        }
        experiments.forEach(this::images);
        return experiments.stream().findFirst();
    }

    /** Returns what would be trained, in words. */
    public List<String> plan() {
        return experiment().stream().map(Experiment::toString).toList();
    }

    /** Opens the run that is named, or trains one; the caller closes it. */
    public ReopenedRun open() {
        List<Experiment> experiments = experiment().stream().toList();
        return request.runner().open(request.finished(experiments).get(0));
    }

    /**
     * Returns the images that an experiment imitates.
     *
     * @throws InvalidInput if its data are not images
     */
    public Dataset.Finite images(Experiment experiment) {
        if (experiment.parts().dataset().value() instanceof Dataset.Finite finite && Pictures.isImage(finite.shape())) {
            return finite;
        }
        throw new InvalidInput(
                "dataset",
                "gan reproduce " + reproduction + " needs images, of a set such as mnist or fashion-mini; dataset '"
                        + experiment.parts().dataset().name() + "' has none");
    }
}
