package org.gan4j.experiments.program.command.result;

import org.gan4j.api.problem.InvalidInput;

/** Rows and columns of a picture of samples. */
record GridSize(int rows, int columns) {
    private static final int USUAL = 10;

    /**
     * Returns the size that a user asks for.
     *
     * @param text  rows x columns, or auto: 10 columns at most, and as many rows as the examples need
     * @param count of the examples; 0 for as many as fit
     * @throws InvalidInput if they do not fit
     */
    static GridSize of(String text, int count) {
        if (text.equals("auto")) {
            int columns = count == 0 ? USUAL : Math.min(USUAL, count);
            return new GridSize(count == 0 ? USUAL : (count - 1) / columns + 1, columns);
        }
        if (!text.matches("[1-9]\\d{0,2}x[1-9]\\d{0,2}")) {
            throw new InvalidInput("--grid " + text, "takes rows x columns, such as 10x10, or auto");
        }
        String[] parts = text.split("x", -1);
        GridSize size = new GridSize(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        if (count > size.cells()) {
            throw new InvalidInput(
                    "--count " + count,
                    "the grid " + text + " holds " + size.cells() + "; leave --grid out, and it holds all");
        }
        return size;
    }

    int cells() {
        return rows * columns;
    }
}
