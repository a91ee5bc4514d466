package org.gan4j.api.experiment;

import java.util.Collection;
import java.util.List;
import org.gan4j.api.run.Run;

/**
 * Runs an {@link Experiment} or a grid of them. Begin with {@code Gan4j.runner()}, take a recipe or file, change it, and run:
 *
 * <pre>{@code
 * ExperimentRunner runner = Gan4j.runner();
 * List<Experiment> grid = runner.recipe("ring").over(new Minimax(1), new NonSaturating(1)).overSeeds(1, 3);
 * System.out.println(runner.compare(grid).table());
 * }</pre>
 */
public interface ExperimentRunner {
    /**
     * Returns a builder that begins with the one experiment of a recipe's name or YAML file.
     *
     * @throws org.gan4j.api.problem.InvalidInput with all mistakes at once, or if the file describes a grid
     */
    ExperimentBuilder recipe(String recipeOrFile);

    /**
     * Returns the experiments that a recipe's name or YAML file and {@code key=value} settings describe; lists of
     * values make a grid, in which {@code blend(share=0.1)} is a part with its own parameters, and {@code *} stands for all
     * parts that fit.
     *
     * @throws org.gan4j.api.problem.InvalidInput with all mistakes at once
     */
    List<Experiment> resolve(String recipeOrFile, String... settings);

    /** Runs one experiment to the end of its budget. */
    Outcome run(Experiment experiment);

    /**
     * Opens the nets of a run at its newest checkpoint, to be used; the caller closes them:
     *
     * <pre>{@code
     * try (Run trained = runner.open(outcome)) {
     *     FloatTensor samples = trained.generate(trained.latent(16, "samples"));
     * }
     * }</pre>
     *
     * @throws org.gan4j.api.problem.InvalidInput if the run has no checkpoint
     */
    Run open(Outcome outcome);

    /**
     * Runs a grid, one experiment after the other, and compares its arms.
     *
     * @throws org.gan4j.api.problem.InvalidInput before anything runs, if settings change together, so that a difference could
     *     not be put down to one of them
     */
    Comparison compare(List<Experiment> grid);

    /**
     * Runs and compares a grid whose arms may differ in more than the factors.
     *
     * @param waived keys such as {@code batch}, each with the keys that nest under it; they are stated beside the
     * result
     */
    Comparison compare(List<Experiment> grid, Collection<String> waived);
}
