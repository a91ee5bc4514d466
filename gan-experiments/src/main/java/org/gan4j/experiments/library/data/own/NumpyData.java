package org.gan4j.experiments.library.data.own;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.data.Values;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;

/**
 * The examples of a NumPy array whose first axis counts them. Bytes (uint8) are pictures and stand for 0…1; other numbers are
 * taken as they are. The splits are made by {@link HashSplit} from an example's place in the array.
 */
@About("your own arrays: the examples of an NPY or NPZ file")
public record NumpyData(
        @Param(doc = "the file: NPY, or NPZ with several arrays")
        Path file,

        @Param(
                value = "[28,28]",
                min = 1,
                doc = "shape of one example, such as [height,width] or [height,width,3] for pictures")
        List<Integer> size,

        @Param(value = "x", doc = "name of the array of examples in an NPZ file")
        String array,

        @Param(value = "y", doc = "name of the array of labels in an NPZ file; read where classes is above 0")
        String labels,

        @Param(value = "0", min = 0, doc = "how many classes the labels 0, 1, … name; 0 for no labels")
        int classes)
        implements Dataset.Finite {
    private static final String KEY = "dataset.file";

    public NumpyData {
        size = List.copyOf(size);
    }

    @Override
    public Shape shape() {
        return Shape.of(size.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public Table load(Split split) {
        OwnFile named = new OwnFile(KEY, file);
        NumpyArray examples = NumpyArray.read(named, array);
        int[] axes = examples.shape();
        if (axes.length == 0
                || !Shape.of(Arrays.copyOfRange(axes, 1, axes.length)).equals(shape())) {
            throw named.wrong("has the shape " + Arrays.toString(axes) + ", expected any number of examples and then"
                    + " dataset.size=" + size);
        }
        Values values =
                examples.isBytes() ? new Values.Bytes(examples.bytes()) : new Values.Floats(examples.finite(named));
        return HashSplit.select(new Table(shape(), values, labels(named, axes[0]), Optional.empty()), split, KEY);
    }

    private Optional<int[]> labels(OwnFile named, int count) {
        if (classes == 0) {
            return Optional.empty();
        }
        NumpyArray read = NumpyArray.read(named, labels);
        if (!read.isWhole() || read.shape().length != 1 || read.shape()[0] != count) {
            throw named.wrong("its array '" + labels + "' holds " + read.type() + " of shape "
                    + Arrays.toString(read.shape()) + ", expected " + count + " whole numbers");
        }
        float[] numbers = read.floats();
        int[] found = new int[numbers.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = (int) numbers[i];
        }
        return Optional.of(LabelRange.require(found, classes, named));
    }

    @Override
    public String digest() {
        return new OwnFile(KEY, file).digest();
    }
}
