package org.gan4j.experiments.library.data.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Table;
import org.gan4j.api.problem.InvalidInput;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;

/**
 * The Toronto Face Database as its owners give it out: a MATLAB file of level 5 with {@code images} [n × 48 × 48] of unsigned
 * bytes, {@code folds} [n × 5], which tells for each of five folds what an image is used for, and {@code labs_ex} [n × 1], the
 * expression from 1 to 7 where it is known. MATLAB's arrays count along their first axis first.
 */
public final class Faces {
    private static final int SIDE = 48;
    /** The number of folds. */
    public static final int FOLDS = 5;

    /** The uses of an image in a fold, in the order of their numbers in the file. */
    public enum Use {
        UNLABELLED,
        TRAIN,
        VALIDATION,
        TEST
    }

    private final String file;
    private final Matrix images;
    private final Matrix folds;
    private final Matrix expressions;

    private Faces(Path path, MatFile content) {
        file = path.toString();
        images = matrix(content, "images");
        folds = matrix(content, "folds");
        expressions = matrix(content, "labs_ex");
        expect("images", images, count(), SIDE, SIDE);
        expect("folds", folds, count(), FOLDS);
        expect("labs_ex", expressions, count(), 1);
    }

    /** Refuses a file that is not in the format. */
    static void check(Path file) {
        read(file, Faces::count);
    }

    /**
     * The images that a fold uses for something, [48×48]; labelled with the expression from 0 to 6, unless they are unlabelled.
     *
     * @param fold from 0 to 4
     * @throws InvalidInput if the file is damaged, or the fold has no such images
     */
    public static Table table(Path file, int fold, Use use) {
        return read(file, faces -> faces.table(fold, use));
    }

    /** Applies a function to a file before it is closed, because its arrays are then gone. */
    private static <R> R read(Path path, Function<Faces, R> made) {
        try (MatFile content = Mat5.readFromFile(path.toFile())) {
            return made.apply(new Faces(path, content));
        } catch (InvalidInput e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(path.toString(), "it is not a MATLAB file of level 5: " + e.getMessage());
        }
    }

    private Table table(int fold, Use use) {
        int[] rows = IntStream.range(0, count())
                .filter(row -> folds.getInt(fold * count() + row) == use.ordinal())
                .toArray();
        if (rows.length == 0) {
            throw damaged(file, "fold " + fold + " uses no image as " + use.ordinal());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.length * SIDE * SIDE);
        for (int row : rows) {
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                bytes.write(images.getInt((pixel % SIDE * SIDE + pixel / SIDE) * count() + row));
            }
        }
        Optional<int[]> labels = use == Use.UNLABELLED
                ? Optional.empty()
                : Optional.of(Arrays.stream(rows)
                        .map(row -> expressions.getInt(row) - 1)
                        .toArray());
        return new Table(Shape.of(SIDE, SIDE), bytes.toByteArray(), labels);
    }

    private int count() {
        return images.getDimensions()[0];
    }

    private Matrix matrix(MatFile content, String name) {
        for (MatFile.Entry entry : content.getEntries()) {
            if (entry.getName().equals(name) && entry.getValue() instanceof Matrix matrix) {
                return matrix;
            }
        }
        throw damaged(file, "it holds no array \"" + name + "\"");
    }

    private void expect(String name, Matrix matrix, int... dimensions) {
        if (!Arrays.equals(matrix.getDimensions(), dimensions)) {
            throw damaged(
                    file,
                    "its array \"" + name + "\" has the sizes " + Arrays.toString(matrix.getDimensions()) + ", not "
                            + Arrays.toString(dimensions));
        }
    }

    private static InvalidInput damaged(String file, String reason) {
        return new InvalidInput(file, "not the file of the Toronto Face Database: " + reason);
    }
}
