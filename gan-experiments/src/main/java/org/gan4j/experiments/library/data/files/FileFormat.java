package org.gan4j.experiments.library.data.files;

import java.nio.file.Path;

/** The format of a file of a data set, which follows from its name. */
public enum FileFormat {
    IDX_IMAGES,
    IDX_LABELS,
    CIFAR,
    MATLAB;

    static FileFormat of(String name) {
        if (name.contains("idx3")) {
            return IDX_IMAGES;
        } else if (name.contains("idx1")) {
            return IDX_LABELS;
        }
        return name.endsWith(".mat") ? MATLAB : CIFAR;
    }

    /**
     * Refuses a file that is not in the format.
     *
     * @throws org.gan4j.api.problem.InvalidInput with what is wrong, in words
     */
    public void check(Path file) {
        switch (this) {
            case IDX_IMAGES -> Idx.check(file, true);
            case IDX_LABELS -> Idx.check(file, false);
            case CIFAR -> Cifar.table(file);
            case MATLAB -> Faces.check(file);
        }
    }
}
