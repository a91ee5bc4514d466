package org.gan4j.experiments.compare;

import java.util.List;
import java.util.OptionalInt;
import org.gan4j.api.experiment.Experiment;
import org.gan4j.api.problem.InvalidInput;

/**
 * How many cells of a grid are executed at a time.
 *
 * @param fixed the number, or nothing where the backend is to choose it
 */
public record CellsAtATime(OptionalInt fixed) {
    /** As users write it where the backend is to choose. */
    public static final String AUTO = "auto";

    public static CellsAtATime of(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("at least one cell is executed at a time, not " + number);
        }
        return new CellsAtATime(OptionalInt.of(number));
    }

    /**
     * Reads {@code auto} or a number.
     *
     * @throws InvalidInput if it is neither, or less than 1
     */
    public static CellsAtATime parse(String text) {
        if (text.equals(AUTO)) {
            return new CellsAtATime(OptionalInt.empty());
        }
        try {
            return of(Integer.parseInt(text));
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(
                    "--together", "'" + text + "' is not a number of runs; write auto, or a number from 1 on");
        }
    }

    /** Returns the number for a grid: the smallest that the backend would choose for one of its cells. */
    public int in(List<Experiment> grid) {
        return fixed.orElseGet(() -> Math.min(
                grid.size(),
                grid.stream()
                        .mapToInt(cell -> cell.parts().backend().value().runsAtATime(cell))
                        .min()
                        .orElse(1)));
    }
}
