package org.gan4j.standard.net.image;

/** Kernels that, in steps of 2, exactly halve or double the sides of an image. */
final class DcganKernel {
    private DcganKernel() {}

    /**
     * Refuses an odd size, which would need more zeros on one side than on the other.
     *
     * @throws IllegalArgumentException if the size is odd
     */
    static void requireEven(int kernel) {
        if (kernel % 2 != 0) {
            throw new IllegalArgumentException("kernel " + kernel
                    + " is odd and cannot halve the sides exactly; the nearest even size is " + (kernel + 1));
        }
    }

    /** Returns the zeros on each side: (height + 2·pad - kernel) / 2 + 1 is height / 2. */
    static int pad(int kernel) {
        return kernel / 2 - 1;
    }
}
