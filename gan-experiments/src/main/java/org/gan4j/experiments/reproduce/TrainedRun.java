package org.gan4j.experiments.reproduce;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.command.Context;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.run.Experiment;
import org.gan4j.experiments.draw.sample.Pictures;
import org.gan4j.experiments.run.ReopenedRun;
import org.gan4j.experiments.store.RunFolder;

/** The one trained generator of images that a figure is drawn from. */
public final class TrainedRun {
    private TrainedRun() {}

    /**
     * Opens the run that is named, or trains one; the caller closes it.
     *
     * @return empty after a dry run
     */
    public static Optional<ReopenedRun> open(Context context, ReproductionRequest request, String recipe) {
        request.requireRunsAlone();
        List<Experiment> experiments = request.runs().isEmpty() ? request.experiments(recipe) : List.of();
        int count = Math.max(request.runs().size(), experiments.size());
        if (count != 1) {
            throw new InvalidInput("", "the figure is drawn from one run, not " + count + "; name one seed or one run");
        }
        for (Experiment experiment : experiments) {
            images(experiment, recipe);
            if (context.dryRun()) {
                context.print(experiment.toString());
                return Optional.empty();
            }
        }
        RunFolder folder = request.finished(experiments).get(0);
        return Optional.of(request.runner().open(folder));
    }

    /**
     * The images that an experiment imitates.
     *
     * @throws InvalidInput if its data are none
     */
    public static Dataset.Finite images(Experiment experiment, String what) {
        if (experiment.parts().dataset().value() instanceof Dataset.Finite finite && Pictures.isImage(finite.shape())) {
            return finite;
        }
        throw new InvalidInput(
                what,
                "the figure shows images, of a set such as mnist or fashion-mini; dataset '"
                        + experiment.parts().dataset().name() + "' has none");
    }
}
