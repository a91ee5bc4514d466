package org.gan4j.api.experiment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.Problem;
import org.gan4j.api.problem.Problems;

/** Experiments to be compared: one builder for each combination of alternatives. */
public final class ExperimentGrid {
    private final List<ExperimentBuilder> cells;

    ExperimentGrid(List<ExperimentBuilder> cells) {
        this.cells = List.copyOf(cells);
    }

    /**
     * Combines each experiment with each of these parts.
     *
     * @throws InvalidInput if there is no part
     */
    public ExperimentGrid over(Object... alternatives) {
        if (alternatives.length == 0) {
            throw new InvalidInput(
                    "over", "takes at least one part, such as over(new Minimax(1), new NonSaturating(1))");
        }
        return new ExperimentGrid(cells.stream()
                .flatMap(cell -> Stream.of(alternatives).map(cell::with))
                .toList());
    }

    /**
     * Builds each experiment once for each seed from the first to the last, both included.
     *
     * @throws InvalidInput with all that does not fit together, or if the last seed is below the first
     */
    public List<Experiment> overSeeds(long first, long last) {
        if (last < first) {
            throw new InvalidInput("overSeeds", "the last seed, " + last + ", is below the first, " + first);
        }
        return new ExperimentGrid(cells.stream()
                        .flatMap(cell -> LongStream.rangeClosed(first, last).mapToObj(cell::seed))
                        .toList())
                .build();
    }

    /**
     * Builds the experiments.
     *
     * @throws InvalidInput with all that does not fit together
     */
    public List<Experiment> build() {
        // Many cells share a mistake.
        Set<Problem> mistakes = new LinkedHashSet<>();
        List<Experiment> experiments = new ArrayList<>();
        for (ExperimentBuilder cell : cells) {
            Problems problems = new Problems();
            experiments.add(cell.build(problems));
            mistakes.addAll(problems.list());
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidInput(List.copyOf(mistakes));
        }
        return experiments;
    }
}
