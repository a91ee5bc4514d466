package org.gan4j.api.problem;

/**
 * Thrown if the input was valid but the work failed (exit code 1): a download, a law, a diverged run. Its message is
 * for people.
 */
public final class WorkFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WorkFailed(String message) {
        super(message);
    }

    public WorkFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
