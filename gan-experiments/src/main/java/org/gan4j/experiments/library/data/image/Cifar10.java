package org.gan4j.experiments.library.data.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Contrast;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.library.data.FileDataset;
import org.gan4j.experiments.library.data.files.Cifar;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;

/**
 * CIFAR-10: photographs of ten kinds of things, shape [32×32×3]. Of the training images the last fifth are the validation split
 * (40,000 to 49,999), as in the experiments of Goodfellow et al. 2014, and so is the contrast: after it values spread about 0
 * with a standard deviation of 0.99 (55 over the root of 3,072), so a generator needs a linear output.
 */
@About(
        value = "small photographs in colour, fetched when first used (180 MB)",
        source = "Krizhevsky 2009, Learning multiple layers of features from tiny images")
public record Cifar10(
        @Param(
                value = "55",
                min = 0,
                doc = "length of each image after its mean is taken out (global contrast normalisation); 0 leaves"
                        + " values in 0 to 1")
        double contrast,

        @Param(
                value = "cache",
                doc =
                        "cache for the published files, or a folder or .tar.gz archive with files of their names and format,"
                                + " of any number of images")
        String files)
        implements Dataset.Finite, FileDataset {
    private static final long BYTES = 30_730_000;
    private static final List<String> TRAIN =
            List.of("data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin");
    private static final String TEST = "test_batch.bin";

    /** The sums are those that other projects publish; nobody here has seen the files. */
    private static final FileSet FILES = new FileSet(
            "cifar-10",
            List.of(
                    new KnownFile(
                            TRAIN.get(0), BYTES, "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
                    new KnownFile(
                            TRAIN.get(1), BYTES, "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
                    new KnownFile(
                            TRAIN.get(2), BYTES, "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
                    new KnownFile(
                            TRAIN.get(3), BYTES, "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
                    new KnownFile(
                            TRAIN.get(4), BYTES, "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"),
                    new KnownFile(TEST, BYTES, "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b")),
            Optional.empty(),
            Optional.empty());

    @Override
    public FileSet published() {
        return FILES;
    }

    @Override
    public Shape shape() {
        return Shape.of(32, 32, 3);
    }

    @Override
    public int classes() {
        return 10;
    }

    @Override
    public Table load(Split split) {
        return FileLocation.of(files).read(FILES, folder -> load(folder, split));
    }

    private Table load(Path folder, Split split) {
        if (split == Split.TEST) {
            return prepared(Cifar.table(folder.resolve(TEST)));
        }
        Table all = Cifar.table(TRAIN.stream().map(folder::resolve).toArray(Path[]::new));
        int validation = all.count() - all.count() / 5;
        return prepared(split == Split.TRAIN ? all.slice(0, validation) : all.slice(validation, all.count()));
    }

    private Table prepared(Table table) {
        return contrast == 0 ? table : table.with(new Contrast(contrast));
    }

    @Override
    public String digest() {
        return FileLocation.of(files).digest(FILES);
    }
}
