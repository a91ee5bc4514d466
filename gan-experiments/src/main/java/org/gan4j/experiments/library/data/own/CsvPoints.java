package org.gan4j.experiments.library.data.own;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The numbers of a CSV file, read line by line. Blank lines and lines after a # are skipped, and so is a first line of names. */
final class CsvPoints {
    private static final char[] SEPARATORS = {',', ';', '\t'};

    private CsvPoints() {}

    static float[] read(OwnFile file, int dimension) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(file))
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .setCommentMarker('#')
                .get();
        try (Reader in = Files.newBufferedReader(file.path(), StandardCharsets.UTF_8);
                CSVParser lines = CSVParser.parse(in, format)) {
            return numbers(file, lines, dimension);
        } catch (CharacterCodingException e) {
            throw file.wrong("is no text in UTF-8; expected lines of numbers");
        } catch (UncheckedIOException e) {
            throw file.wrong("is no CSV file in UTF-8: " + e.getMessage());
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** Returns the separator that the first line with content has most of; a comma where it has none. */
    private static char separator(OwnFile file) {
        try (Stream<String> lines = Files.lines(file.path(), StandardCharsets.UTF_8)) {
            String first = lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .findFirst()
                    .orElse("");
            char most = SEPARATORS[0];
            for (char separator : SEPARATORS) {
                if (count(first, separator) > count(first, most)) {
                    most = separator;
                }
            }
            return most;
        } catch (UncheckedIOException e) {
            throw file.wrong("is no text in UTF-8; expected lines of numbers");
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static long count(String line, char separator) {
        return line.chars().filter(each -> each == separator).count();
    }

    private static float[] numbers(OwnFile file, CSVParser lines, int dimension) {
        FloatList numbers = new FloatList();
        Iterator<CSVRecord> rows = lines.iterator();
        while (rows.hasNext()) {
            CSVRecord row = rows.next();
            if (row.getRecordNumber() == 1 && isHeader(row)) {
                continue;
            }
            long line = lines.getCurrentLineNumber();
            if (row.size() != dimension) {
                throw file.wrong(
                        line,
                        "has " + row.size() + (row.size() == 1 ? " number" : " numbers") + ", expected "
                                + "dataset.dimension=" + dimension);
            }
            for (int column = 0; column < dimension; column++) {
                numbers.add(number(file, line, column, row.get(column)));
            }
        }
        if (numbers.size() == 0) {
            throw file.wrong("holds no points");
        }
        return numbers.toArray();
    }

    private static boolean isHeader(CSVRecord row) {
        return row.stream().noneMatch(CsvPoints::isNumber);
    }

    private static boolean isNumber(String text) {
        try {
            Float.parseFloat(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static float number(OwnFile file, long line, int column, String text) {
        if (!isNumber(text)) {
            throw file.wrong(line, "column " + (column + 1) + " is '" + text + "', expected a number");
        }
        float number = Float.parseFloat(text);
        if (!Float.isFinite(number)) {
            throw file.wrong(line, "column " + (column + 1) + " is '" + text + "', expected a finite number");
        }
        return number;
    }
}
