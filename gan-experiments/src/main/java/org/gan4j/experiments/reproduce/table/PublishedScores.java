package org.gan4j.experiments.reproduce.table;

import java.util.Arrays;
import java.util.List;

/**
 * The rows of the paper's table 1: mean log-likelihood of the test set under a Parzen window, in nats. On MNIST the ± is the standard
 * error of the mean over test images, on TFD the standard error across folds.
 */
enum PublishedScores {
    DBN("DBN", 138, 2, 1909, 66),
    STACKED_CAE("stacked CAE", 121, 1.6, 2110, 50),
    DEEP_GSN("deep GSN", 214, 1.1, 1890, 29),
    ADVERSARIAL("adversarial nets", 225, 2, 2057, 26);

    private static final String SOURCE = "the paper";

    private final String model;
    private final double mnist;
    private final double mnistError;
    private final double tfd;
    private final double tfdError;

    PublishedScores(String model, double mnist, double mnistError, double tfd, double tfdError) {
        this.model = model;
        this.mnist = mnist;
        this.mnistError = mnistError;
        this.tfd = tfd;
        this.tfdError = tfdError;
    }

    /** The column of a data set: TFD's for {@code tfd}, and MNIST's for all others. */
    static List<TableRow> rows(String dataset) {
        boolean faces = isFaces(dataset);
        return Arrays.stream(values())
                .map(row -> new TableRow(
                        row.model,
                        SOURCE,
                        faces ? row.tfd : row.mnist,
                        faces ? row.tfdError : row.mnistError,
                        faces ? TableRow.Kind.FOLDS : TableRow.Kind.IMAGES,
                        Double.NaN,
                        false))
                .toList();
    }

    /** Returns the data set of the column. */
    static String column(String dataset) {
        return isFaces(dataset) ? "TFD" : "MNIST";
    }

    private static boolean isFaces(String dataset) {
        return dataset.equals("tfd");
    }
}
