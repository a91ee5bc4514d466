package org.gan4j.api.data;

import java.util.Arrays;

/** The numbers that a {@link Table} stores, example after example, row-major. The arrays are not copied; nobody may change them. */
public sealed interface Values {
    /** Returns how many numbers there are. */
    int count();

    /** Returns the number at a place, from 0 on. */
    double at(int place);

    /** Returns the numbers of some examples, in the order of the rows; {@code width} numbers make an example. */
    Values rows(int[] rows, int width);

    /**
     * Unsigned bytes 0…255 that stand for 0…1. Pictures are stored this way: bytes need a quarter of the memory of floats.
     */
    record Bytes(byte[] bytes) implements Values {
        /** The number that a byte of 1 is divided by. */
        public static final int LARGEST = 255;

        @Override
        public int count() {
            return bytes.length;
        }

        @Override
        public double at(int place) {
            return (bytes[place] & 0xff) / (double) LARGEST;
        }

        @Override
        public Bytes rows(int[] rows, int width) {
            byte[] chosen = new byte[Math.multiplyExact(rows.length, width)];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(bytes, rows[i] * width, chosen, i * width, width);
            }
            return new Bytes(chosen);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return bytes.length + " bytes";
        }
    }

    /** Numbers of any size, as they are. Points are stored this way. */
    record Floats(float[] floats) implements Values {
        @Override
        public int count() {
            return floats.length;
        }

        @Override
        public double at(int place) {
            return floats[place];
        }

        @Override
        public Floats rows(int[] rows, int width) {
            float[] chosen = new float[Math.multiplyExact(rows.length, width)];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(floats, rows[i] * width, chosen, i * width, width);
            }
            return new Floats(chosen);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Floats that && Arrays.equals(floats, that.floats);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(floats);
        }

        @Override
        public String toString() {
            return floats.length + " floats";
        }
    }
}
