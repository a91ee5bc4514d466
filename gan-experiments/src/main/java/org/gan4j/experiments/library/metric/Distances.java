package org.gan4j.experiments.library.metric;

import java.util.Arrays;

/**
 * Squared Euclidean distances from points to a fixed set of centres.
 *
 * <p>The centres are kept dimension by dimension in tiles, so that the innermost loop runs over neighbouring centres and the
 * compiler turns it into vector instructions. Sums over {@link #BLOCK} dimensions are floats, the sum of these is a double.
 * The differences are formed one by one: expanding the square would halve the work and lose the small distances. The result
 * for a point does not depend on the other points or on threads. Immutable.
 */
public final class Distances {
    /** Centres of one tile: a power of two whose working set stays in a core's own cache. */
    private static final int TILE = 256;
    /** Even, because the innermost loop takes two dimensions at a time. */
    private static final int BLOCK = 112;

    private final int count;
    private final int width;
    /** [tile][dimension][centre within the tile], filled up with zeros. */
    private final float[][][] tiles;

    /**
     * Takes the centres over.
     *
     * @param centres row-major, count × width
     */
    public Distances(float[] centres, int width) {
        this.count = centres.length / width;
        this.width = width;
        this.tiles = new float[(count + TILE - 1) / TILE][width + width % 2][TILE];
        for (int i = 0; i < count; i++) {
            float[][] tile = tiles[i / TILE];
            for (int k = 0; k < width; k++) {
                tile[k][i % TILE] = centres[i * width + k];
            }
        }
    }

    public int count() {
        return count;
    }

    int width() {
        return width;
    }

    /**
     * The distances of some points.
     *
     * @param points row-major; those from {@code from} to {@code to}, exclusive, are taken
     * @param into   [point][centre], at least (to - from) × (count rounded up to whole tiles)
     */
    public void squared(float[] points, int from, int to, double[][] into) {
        float[] point = new float[width + width % 2];
        float[] partial = new float[TILE];
        for (int tile = 0; tile < tiles.length; tile++) {
            for (int i = from; i < to; i++) {
                System.arraycopy(points, i * width, point, 0, width);
                squared(point, tiles[tile], partial, into[i - from], tile * TILE);
            }
        }
    }

    /** Room for the distances of some points, as {@link #squared} needs it. */
    public double[][] room(int points) {
        return new double[points][tiles.length * TILE];
    }

    private static void squared(float[] point, float[][] tile, float[] partial, double[] into, int offset) {
        Arrays.fill(into, offset, offset + TILE, 0);
        for (int block = 0; block < point.length; block += BLOCK) {
            Arrays.fill(partial, 0);
            int end = Math.min(block + BLOCK, point.length);
            for (int k = block; k < end; k += 2) {
                add(point[k], point[k + 1], tile[k], tile[k + 1], partial);
            }
            for (int j = 0; j < TILE; j++) {
                into[offset + j] += partial[j];
            }
        }
    }

    private static void add(float x, float y, float[] xs, float[] ys, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            float dx = x - xs[j];
            float dy = y - ys[j];
            sums[j] += dx * dx + dy * dy;
        }
    }
}
