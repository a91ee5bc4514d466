package org.gan4j.experiments.library.data.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Table;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;

/**
 * The binary format of CIFAR-10: for each image a byte with its class, 0 to 9, then 1,024 bytes of red, as many of green and of
 * blue, each row by row; nothing before, between or after. Reading is strict.
 */
public final class Cifar {
    private static final int SIDE = 32;
    private static final int CHANNELS = 3;
    private static final int PLANE = SIDE * SIDE;
    private static final int RECORD = 1 + CHANNELS * PLANE;
    private static final int CLASSES = 10;

    private Cifar() {}

    /**
     * All images of some files, one after the other, [32×32×3] with the channels of each pixel side by side.
     *
     * @throws InvalidInput if a file is damaged
     */
    public static Table table(Path... files) {
        byte[][] read = new byte[files.length][];
        int count = 0;
        for (int i = 0; i < files.length; i++) {
            read[i] = bytes(files[i]);
            count += read[i].length / RECORD;
        }
        byte[] pixels = new byte[count * CHANNELS * PLANE];
        int[] labels = new int[count];
        int image = 0;
        for (int i = 0; i < files.length; i++) {
            for (int from = 0; from < read[i].length; from += RECORD) {
                labels[image] = label(files[i], read[i][from]);
                copy(read[i], from + 1, pixels, image++ * CHANNELS * PLANE);
            }
        }
        return new Table(Shape.of(SIDE, SIDE, CHANNELS), pixels, Optional.of(labels));
    }

    private static void copy(byte[] planes, int from, byte[] pixels, int to) {
        for (int i = 0; i < PLANE; i++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                pixels[to + i * CHANNELS + channel] = planes[from + channel * PLANE + i];
            }
        }
    }

    private static int label(Path file, byte label) {
        int known = label & 0xff;
        if (known >= CLASSES) {
            throw new InvalidInput(
                    file.toString(), "not a file of CIFAR-10: an image has the class " + known + ", not one of 0 to 9");
        }
        return known;
    }

    private static byte[] bytes(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length == 0 || bytes.length % RECORD != 0) {
                throw new InvalidInput(
                        file.toString(),
                        "not a file of CIFAR-10: it has " + bytes.length + " bytes, not a multiple of the " + RECORD
                                + " of an image with its class");
            }
            return bytes;
        } catch (IOException e) {
            throw new WorkFailed(file + ": cannot be read: " + e, e);
        }
    }
}
