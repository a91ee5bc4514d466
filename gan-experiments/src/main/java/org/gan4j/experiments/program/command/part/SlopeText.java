package org.gan4j.experiments.program.command.part;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Slopes as a plot of letters for a terminal. */
record SlopeText(SlopeCurves slopes) {
    private static final int COLUMNS = 65;
    private static final int ROWS_PER_UNIT = 6;
    private static final int ROWS_AT_MOST = 13;
    private static final char SEVERAL = '*';

    /** Returns the lines of the plot, the steepest rise above. */
    List<String> lines() {
        int rows = rows();
        char[][] plot = new char[rows][COLUMNS];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(plot[row], row == row(0, rows) ? '-' : ' ');
        }
        slopes.curves().forEach(curve -> draw(curve, plot));
        List<String> lines = new ArrayList<>();
        lines.add("Slope along the logit a: "
                + slopes.curves().stream()
                        .map(curve -> curve.letter() + " of " + curve.of())
                        .collect(Collectors.joining(", "))
                + "; " + SEVERAL + " where several meet");
        for (int row = 0; row < rows; row++) {
            lines.add((label(row, rows) + " |" + new String(plot[row])).stripTrailing());
        }
        int quarter = (COLUMNS - 1) / 4;
        StringBuilder axis = new StringBuilder(" ".repeat(6));
        for (int i = 0; i <= 4; i++) {
            String logit = Long.toString(Math.round(SlopeCurves.REACH * (i - 2) / 2));
            axis.append(" ".repeat(Math.max(0, 8 + i * quarter - axis.length() - logit.length())))
                    .append(logit);
        }
        lines.add(axis.toString());
        return lines;
    }

    private int rows() {
        double extent = slopes.high() - slopes.low();
        return extent == 0 ? 1 : Math.min(ROWS_AT_MOST, 1 + (int) Math.round(extent * ROWS_PER_UNIT));
    }

    private void draw(SlopeCurves.Curve curve, char[][] plot) {
        for (int column = 0; column < COLUMNS; column++) {
            double slope = curve.slope().applyAsDouble(SlopeCurves.REACH * (2.0 * column / (COLUMNS - 1) - 1));
            if (slopes.shows(slope)) {
                int row = row(slope, plot.length);
                boolean free = plot[row][column] == ' ' || plot[row][column] == '-';
                plot[row][column] = free ? curve.letter() : SEVERAL;
            }
        }
    }

    private int row(double slope, int rows) {
        return rows == 1 ? 0 : (int) Math.round((slopes.high() - slope) / (slopes.high() - slopes.low()) * (rows - 1));
    }

    /** The slope at the first, the last and the zero row. */
    private String label(int row, int rows) {
        String text = "";
        if (row == row(0, rows)) {
            text = "0";
        } else if (row == 0) {
            text = number(slopes.high());
        } else if (row == rows - 1) {
            text = number(slopes.low());
        }
        return " ".repeat(5 - text.length()) + text;
    }

    private static String number(double slope) {
        return String.format(Locale.ROOT, "%.1f", slope);
    }
}
