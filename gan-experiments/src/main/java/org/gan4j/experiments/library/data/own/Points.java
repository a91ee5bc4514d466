package org.gan4j.experiments.library.data.own;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * Points of a file, as they are: one a line of a CSV file, or one a row of a NumPy array. A first line of names is skipped. The
 * splits are made by {@link HashSplit} from a point's place in the file, so points that are appended move no other.
 */
@About("your own points: the rows of a CSV or NPY file")
public record Points(
        @Param(
                doc =
                        "the file: CSV (numbers with commas, semicolons or tabs between them) or NPY (an array of two axes)")
        Path file,

        @Param(value = "2", min = 1, doc = "numbers in each row")
        int dimension)
        implements Dataset.Finite {
    private static final String KEY = "dataset.file";

    @Override
    public Shape shape() {
        return Shape.of(dimension);
    }

    @Override
    public Table load(Split split) {
        return HashSplit.select(new Table(shape(), numbers(), Optional.empty()), split, KEY);
    }

    private float[] numbers() {
        OwnFile named = new OwnFile(KEY, file);
        named.require();
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".npy")) {
            return NumpyArray.read(named).points(named, dimension);
        }
        return CsvPoints.read(named, dimension);
    }

    @Override
    public String digest() {
        return new OwnFile(KEY, file).digest();
    }
}
