package org.gan4j.experiments.library.data.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.Dataset;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.part.About;
import org.gan4j.api.part.Param;
import org.gan4j.experiments.library.data.FileDataset;
import org.gan4j.experiments.library.data.files.Faces;
import org.gan4j.experiments.library.data.files.Faces.Use;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.FileSet.KnownFile;

/**
 * The Toronto Face Database: faces in grey, shape [48×48]. It is not public; its owners give it out. The training split are the
 * unlabelled images, as in the published code of Goodfellow et al. 2014; validation and test split are those of one fold.
 */
@About(
        value = "faces in grey; not public: its file comes from its owners",
        source = "Susskind, Anderson, Hinton 2010, UTML TR 2010-001, University of Toronto")
public record Tfd(
        @Param(
                value = "0",
                min = 0,
                max = Faces.FOLDS - 1,
                doc = "which of the set's folds gives validation and test images")
        int fold,

        @Param(
                value = "cache",
                doc = "cache for the file that was fetched, or a folder with a file of its name and format, of any"
                        + " size")
        String files)
        implements Dataset.Finite, FileDataset {
    private static final String NAME = "TFD_48x48.mat";
    private static final FileSet FILES =
            new FileSet("tfd", List.of(new KnownFile(NAME, Integer.MAX_VALUE, "")), Optional.empty(), Optional.empty());

    @Override
    public FileSet published() {
        return FILES;
    }

    @Override
    public Shape shape() {
        return Shape.of(48, 48);
    }

    @Override
    public Table load(Split split) {
        return FileLocation.of(files).read(FILES, folder -> load(folder.resolve(NAME), split));
    }

    private Table load(Path file, Split split) {
        return Faces.table(
                file,
                fold,
                switch (split) {
                    case TRAIN -> Use.UNLABELLED;
                    case VALIDATION -> Use.VALIDATION;
                    case TEST -> Use.TEST;
                });
    }

    @Override
    public String digest() {
        return FileLocation.of(files).digest(FILES);
    }
}
