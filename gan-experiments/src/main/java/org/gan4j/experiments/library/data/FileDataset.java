package org.gan4j.experiments.library.data;

import org.gan4j.experiments.library.data.files.FileSet;

/** A data set whose files are fetched: what {@code gan data fetch} can fetch from a place of the user's choice. */
public interface FileDataset {
    FileSet published();
}
