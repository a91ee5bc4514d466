package org.gan4j.tensorflow.graph;

/**
 * Computes Philox4x32-10 after Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3", SC11, section 3.4: an implementation
 * that shares nothing with TensorFlow's.
 */
final class Philox {
    private static final long LOW = 0xFFFFFFFFL;
    private static final long MULTIPLIER_A = 0xD2511F53L;
    private static final long MULTIPLIER_B = 0xCD9E8D57L;
    private static final int WEYL_A = 0x9E3779B9;
    private static final int WEYL_B = 0xBB67AE85;
    private static final int ROUNDS = 10;

    private Philox() {}

    /** Four words for one key and one 128-bit counter. */
    static int[] block(long key, long counterLow, long counterHigh) {
        int[] c = {(int) counterLow, (int) (counterLow >>> 32), (int) counterHigh, (int) (counterHigh >>> 32)};
        int keyA = (int) key;
        int keyB = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long a = MULTIPLIER_A * (c[0] & LOW);
            long b = MULTIPLIER_B * (c[2] & LOW);
            c = new int[] {(int) (b >>> 32) ^ c[1] ^ keyA, (int) b, (int) (a >>> 32) ^ c[3] ^ keyB, (int) a};
            keyA += WEYL_A;
            keyB += WEYL_B;
        }
        return c;
    }

    /** The word's lower 23 bits as the fraction of a float in [1, 2), less 1. */
    static float uniform(int word) {
        return Float.intBitsToFloat(0x3F800000 | word & 0x7FFFFF) - 1;
    }
}
