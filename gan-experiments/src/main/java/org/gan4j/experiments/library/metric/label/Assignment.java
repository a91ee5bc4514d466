package org.gan4j.experiments.library.metric.label;

import java.util.Arrays;

/** Finds the assignment of rows to columns, each to at most one, whose values have the largest sum. */
final class Assignment {
    private Assignment() {}

    /**
     * Returns the column of each row, or -1 for a row that has none because there are fewer columns. By the Hungarian method of
     * Kuhn and Munkres with potentials, which is exact.
     *
     * @param values [rows × columns], not negative
     */
    static int[] best(int[][] values) {
        int size = Math.max(values.length, values[0].length);
        int[] rowOf = new int[size + 1];
        double[] ofRow = new double[size + 1];
        double[] ofColumn = new double[size + 1];
        for (int row = 1; row <= size; row++) {
            extend(values, size, row, rowOf, ofRow, ofColumn);
        }
        int[] columns = new int[values.length];
        Arrays.fill(columns, -1);
        for (int column = 1; column <= values[0].length; column++) {
            if (rowOf[column] <= values.length) {
                columns[rowOf[column] - 1] = column - 1;
            }
        }
        return columns;
    }

    /** Assigns one more row along the shortest augmenting path; index 0 stands for none. */
    private static void extend(int[][] values, int size, int row, int[] rowOf, double[] ofRow, double[] ofColumn) {
        double[] least = new double[size + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        boolean[] used = new boolean[size + 1];
        int[] before = new int[size + 1];
        rowOf[0] = row;
        int at = 0;
        do {
            used[at] = true;
            double step = Double.POSITIVE_INFINITY;
            int next = 0;
            for (int column = 1; column <= size; column++) {
                if (!used[column]) {
                    double cost = -value(values, rowOf[at], column) - ofRow[rowOf[at]] - ofColumn[column];
                    if (cost < least[column]) {
                        least[column] = cost;
                        before[column] = at;
                    }
                    if (least[column] < step) {
                        step = least[column];
                        next = column;
                    }
                }
            }
            for (int column = 0; column <= size; column++) {
                if (used[column]) {
                    ofRow[rowOf[column]] += step;
                    ofColumn[column] -= step;
                } else {
                    least[column] -= step;
                }
            }
            at = next;
        } while (rowOf[at] != 0);
        while (at != 0) {
            rowOf[at] = rowOf[before[at]];
            at = before[at];
        }
    }

    private static double value(int[][] values, int row, int column) {
        return row <= values.length && column <= values[0].length ? values[row - 1][column - 1] : 0;
    }
}
