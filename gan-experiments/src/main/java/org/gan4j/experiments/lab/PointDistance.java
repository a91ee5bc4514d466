package org.gan4j.experiments.lab;

import java.util.Arrays;

/**
 * How far two sets of points of the plane are from each other: the mean over some directions of the 1-Wasserstein distance between
 * the sets as seen along the direction, which is the mean difference of the sorted values.
 */
final class PointDistance {
    static final int DIRECTIONS = 16;

    private PointDistance() {}

    /** Returns the distance between two sets of equally many points, x and y in turns. */
    static double between(float[] one, float[] other) {
        double sum = 0;
        for (int direction = 0; direction < DIRECTIONS; direction++) {
            double angle = Math.PI * direction / DIRECTIONS;
            sum += along(seen(one, angle), seen(other, angle));
        }
        return sum / DIRECTIONS;
    }

    private static double along(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum / one.length;
    }

    private static double[] seen(float[] points, double angle) {
        double[] seen = new double[points.length / 2];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = points[2 * i] * Math.cos(angle) + points[2 * i + 1] * Math.sin(angle);
        }
        Arrays.sort(seen);
        return seen;
    }
}
