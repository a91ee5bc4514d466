package org.gan4j.experiments.compare.conclusion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table whose columns are aligned with spaces: the first to the left, counts to the right. */
public final class TextTable {
    private final List<List<String>> lines = new ArrayList<>();

    /** Adds a line. */
    public void add(String... cells) {
        lines.add(List.of(cells));
    }

    @Override
    public String toString() {
        int columns = lines.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = IntStream.range(0, columns)
                .map(column -> lines.stream()
                        .filter(line -> column < line.size() && line.size() > 1)
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> pad(cells.get(column), widths[column], column == 0 || column == cells.size() - 1))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String pad(String cell, int width, boolean left) {
        String space = " ".repeat(Math.max(0, width - cell.length()));
        return left ? cell + space : space + cell;
    }
}
