package org.gan4j.experiments.library.data.own;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.digest.Digest;
import org.gan4j.experiments.library.data.files.Idx;

/**
 * The images and labels of a pair of IDX files, the format of MNIST. The splits are made by {@link HashSplit} from an image's
 * place in the file.
 */
@About("your own pair of IDX files, the format of MNIST")
public record IdxData(
        @Param(doc = "the file of images, plain or gzipped") Path images,

        @Param(doc = "the file of their labels, plain or gzipped")
        Path labels,

        @Param(value = "[28,28]", min = 1, doc = "height and width of the images")
        List<Integer> size,

        @Param(value = "10", min = 1, doc = "how many classes the labels 0, 1, … name")
        int classes)
        implements Dataset.Finite {
    private static final String IMAGES = "dataset.images";
    private static final String LABELS = "dataset.labels";

    public IdxData {
        size = List.copyOf(size);
        if (size.size() != 2) {
            throw new IllegalArgumentException("size is " + size + ", expected [height,width]");
        }
    }

    @Override
    public Shape shape() {
        return Shape.of(size.get(0), size.get(1));
    }

    @Override
    public Table load(Split split) {
        OwnFile pictures = new OwnFile(IMAGES, images);
        OwnFile named = new OwnFile(LABELS, labels);
        pictures.require();
        named.require();
        Table all = Idx.table(images, labels);
        if (!all.example().equals(shape())) {
            throw pictures.wrong("its images have the shape " + all.example() + ", expected dataset.size=" + size);
        }
        LabelRange.require(all.labels().orElseThrow(), classes, named);
        return HashSplit.select(all, split, IMAGES);
    }

    @Override
    public String digest() {
        return Digest.sha256(new OwnFile(IMAGES, images).digest() + " " + new OwnFile(LABELS, labels).digest());
    }
}
