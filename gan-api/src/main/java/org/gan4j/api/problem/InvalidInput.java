package org.gan4j.api.problem;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown if the user's input is wrong (exit code 2); it holds all mistakes at once. Its message is for people, and no
 * stack trace is shown.
 */
public final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidInput(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public InvalidInput(String where, String what) {
        this(List.of(new Problem(where, what)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
