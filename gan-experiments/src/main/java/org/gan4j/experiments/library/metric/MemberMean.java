package org.gan4j.experiments.library.metric;

import java.util.Arrays;

/**
 * A mean over the members of a set, with its standard error.
 *
 * @param value the mean
 * @param error its standard error, from the spread of the members
 */
public record MemberMean(double value, double error) {
    /** Returns the mean of n zeros and ones, with its binomial standard error. */
    public static MemberMean ofShare(double share, int n) {
        return new MemberMean(share, Math.sqrt(share * (1 - share) / n));
    }

    /** Returns the mean of all members. */
    public static MemberMean of(double[] members) {
        double mean = Arrays.stream(members).average().orElse(Double.NaN);
        double squares = Arrays.stream(members)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new MemberMean(mean, Math.sqrt(squares / Math.max(1, members.length - 1) / members.length));
    }
}
