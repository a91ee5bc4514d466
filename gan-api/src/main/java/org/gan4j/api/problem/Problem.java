package org.gan4j.api.problem;

/**
 * One mistake of the user, as one line.
 *
 * @param where file:line:column, the flag, or the setting; empty when there is no better place than the command
 * @param what  what was wrong, what was expected, and the nearest valid choice
 */
public record Problem(String where, String what) {
    @Override
    public String toString() {
        return where.isEmpty() ? what : where + ": " + what;
    }
}
