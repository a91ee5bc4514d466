package org.gan4j.experiments.lab;

/** A request that the lab does not answer, with the status of HTTP and a sentence that says why. */
final class LabRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    LabRefusal(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    int status() {
        return status;
    }
}
