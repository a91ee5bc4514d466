package org.gan4j.api.problem;

/**
 * One mistake of the user, as one line.
 *
 * @param where file:line:column, the flag, or the setting; empty when there is no better place than the command
 * @param what  what was wrong, what was expected, and the nearest valid choice
 */
public record Problem(String where, String what) {
    /** A setting may be as long as a page. */
    private static final int LONGEST_PLACE = 200;

    public Problem {
        if (where.length() > LONGEST_PLACE) {
            where = where.substring(0, LONGEST_PLACE) + "… (" + where.length() + " characters)";
        }
    }

    @Override
    public String toString() {
        return where.isEmpty() ? what : where + ": " + what;
    }
}
