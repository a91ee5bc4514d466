package org.gan4j.experiments.library.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.experiments.library.data.fetch.Fetcher;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.DebianPackage;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;
import org.gan4j.experiments.library.data.files.Idx;

/** Sets of four IDX files as MNIST's: training images and labels, the last tenth or so held out for validation, and a test set. */
final class ImageSet {
    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";
    /** Training images from this one on are the validation split. */
    private static final int VALIDATION = 50_000;

    private ImageSet() {}

    /** The description of a set by the digests of its files, in the order of the constants above; all such sets have one size. */
    static FileSet files(String name, List<String> sha256, Optional<String> npm, Optional<DebianPackage> debian) {
        return new FileSet(
                name,
                List.of(
                        new KnownFile(TRAIN_IMAGES, 47_040_016, sha256.get(0)),
                        new KnownFile(TRAIN_LABELS, 60_008, sha256.get(1)),
                        new KnownFile(TEST_IMAGES, 7_840_016, sha256.get(2)),
                        new KnownFile(TEST_LABELS, 10_008, sha256.get(3))),
                npm,
                debian);
    }

    /** One split from the cache; the set is fetched, and the log says so, if this machine lacks it. */
    static Table load(FileSet set, Split split, Map<String, String> environment) {
        Path folder = Fetcher.logging(environment).ensure(set);
        if (split == Split.TEST) {
            return Idx.table(folder.resolve(TEST_IMAGES), folder.resolve(TEST_LABELS));
        }
        Table all = Idx.table(folder.resolve(TRAIN_IMAGES), folder.resolve(TRAIN_LABELS));
        return split == Split.TRAIN ? all.slice(0, VALIDATION) : all.slice(VALIDATION, all.count());
    }
}
