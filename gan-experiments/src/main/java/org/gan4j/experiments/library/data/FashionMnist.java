package org.gan4j.experiments.library.data;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.part.About;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.DebianPackage;

/** Fashion-MNIST: pictures of clothes, shape [28×28], in files and splits like those of {@link Mnist}. */
@About(
        value = "pictures of clothes, fetched when first used (55 MB)",
        source = "Xiao, Rasul, Vollgraf 2017, arXiv:1708.07747")
public record FashionMnist() implements Dataset.Finite, FileDataset {
    private static final FileSet FILES = ImageSet.files(
            "fashion-mnist",
            List.of(
                    "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
                    "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
                    "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
                    "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
            Optional.empty(),
            Optional.of(new DebianPackage("dataset-fashion-mnist", "/usr/share/datasets/fashion-mnist")));

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
