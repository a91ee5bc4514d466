package org.gan4j.experiments.mlflow;

import java.io.IOException;

/** The server understood and said no: asking again does not help, asking for something else may. */
final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Whether what was asked about is not there. */
    boolean isNotFound() {
        return status == 404;
    }
}
