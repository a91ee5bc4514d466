package com.example.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.digest.Digest;

/** Drawings in a text file, one a line, row after row: # is ink, any other character paper. */
@About("drawings in a text file, one a line")
public record Drawings(
        @Param(doc = "the file") Path file,

        @Param(value = "8", min = 1, doc = "height and width of a drawing")
        int side)
        implements Dataset.Finite {
    @Override
    public Shape shape() {
        return Shape.of(side, side);
    }

    @Override
    public Table load(Split split) {
        List<String> lines = text().lines().toList();
        int[] rows = IntStream.range(0, lines.size())
                .filter(line -> of(line) == split)
                .toArray();
        byte[] pixels = new byte[rows.length * shape().size()];
        for (int row = 0; row < rows.length; row++) {
            String drawing = lines.get(rows[row]);
            if (drawing.length() != shape().size()) {
                throw new InvalidInput(
                        file + ":" + (rows[row] + 1),
                        "has " + drawing.length() + " characters, expected " + shape().size());
            }
            for (int i = 0; i < drawing.length(); i++) {
                pixels[row * shape().size() + i] = (byte) (drawing.charAt(i) == '#' ? 255 : 0);
            }
        }
        return new Table(shape(), pixels, Optional.empty());
    }

    /** Of ten lines the last two are for validation and test, so a line that is appended moves no other. */
    private static Split of(int line) {
        return switch (line % 10) {
            case 8 -> Split.VALIDATION;
            case 9 -> Split.TEST;
            default -> Split.TRAIN;
        };
    }

    @Override
    public String digest() {
        return Digest.sha256(text());
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidInput("dataset.file", file + " cannot be read: " + e.getMessage());
        }
    }
}
