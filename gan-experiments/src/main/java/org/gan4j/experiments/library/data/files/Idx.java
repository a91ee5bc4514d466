package org.gan4j.experiments.library.data.files;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Table;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.api.problem.WorkFailed;

/**
 * The IDX format of unsigned bytes: a magic number (00 00, 08 for the type, the number of axes), the size of each axis as
 * big-endian int, then the bytes, and nothing after them. Plain or gzipped, told apart by content. Reading is strict: a file
 * that is one byte too long or too short is refused.
 */
public final class Idx {
    private static final int IMAGES = 0x00000803;
    private static final int LABELS = 0x00000801;

    private Idx() {}

    /**
     * Images with their labels.
     *
     * @throws InvalidInput if either file is damaged or their counts differ
     */
    public static Table table(Path images, Path labels) {
        return table(images.toString(), bytes(images), labels.toString(), bytes(labels));
    }

    /** Reads a table as {@link #table(Path, Path)} does, from files already read; their names are for messages. */
    public static Table table(String imagesName, byte[] imagesFile, String labelsName, byte[] labelsFile) {
        Table images = images(imagesName, imagesFile);
        byte[] classes = content(labelsName, "labels", LABELS, labelsFile).bytes;
        return labelled(images, classes, labelsName);
    }

    private static Table labelled(Table images, byte[] classes, String name) {
        if (classes.length != images.count()) {
            throw new InvalidInput(
                    name,
                    "it holds " + classes.length + " labels for " + images.count() + " images; one each is expected");
        }
        int[] labels = new int[classes.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = classes[i] & 0xff;
        }
        return new Table(images.example(), images.values(), Optional.of(labels), Optional.empty());
    }

    /**
     * Unlabelled images: three axes, that is count, height and width.
     *
     * @param name the file's name, for messages
     */
    static Table images(String name, byte[] file) {
        Content content = content(name, "images", IMAGES, file);
        return new Table(Shape.of(content.sizes[1], content.sizes[2]), content.bytes, Optional.empty());
    }

    /**
     * Refuses a file that is not in the format.
     *
     * @param images whether it should hold images, or else labels
     * @throws InvalidInput with what is wrong, in words
     */
    public static void check(Path file, boolean images) {
        content(file.toString(), images ? "images" : "labels", images ? IMAGES : LABELS, bytes(file));
    }

    private record Content(int[] sizes, byte[] bytes) {}

    private static Content content(String name, String kind, int magic, byte[] file) {
        try (InputStream in = open(file)) {
            int[] sizes = header(in, kind, magic);
            int expected = product(sizes);
            byte[] bytes = in.readNBytes(expected);
            if (bytes.length < expected) {
                throw new Damaged("it ends after " + bytes.length + " of " + expected + " bytes of " + kind);
            }
            if (in.read() >= 0) {
                throw new Damaged("it has more than the " + expected + " bytes that its header announces");
            }
            return new Content(sizes, bytes);
        } catch (Damaged e) {
            throw damaged(name, kind, String.valueOf(e.getMessage()));
        } catch (EOFException | ZipException e) {
            throw damaged(name, kind, "its gzip compression is damaged (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw new WorkFailed(name + ": cannot be read: " + e, e);
        }
    }

    private static int[] header(InputStream in, String kind, int magic) throws IOException {
        int axes = magic & 0xff;
        byte[] header = in.readNBytes(4 + 4 * axes);
        if (header.length >= 4 && ByteBuffer.wrap(header).getInt() != magic) {
            throw new Damaged("it begins with " + hex(ByteBuffer.wrap(header).getInt()) + ", " + kind + " begin with "
                    + hex(magic));
        }
        if (header.length < 4 + 4 * axes) {
            throw new Damaged("it has " + header.length + " bytes, its header alone would have " + (4 + 4 * axes));
        }
        int[] sizes = new int[axes];
        ByteBuffer.wrap(header, 4, 4 * axes).asIntBuffer().get(sizes);
        return sizes;
    }

    private static int product(int[] sizes) throws Damaged {
        long product = 1;
        for (int size : sizes) {
            if (size <= 0) {
                throw new Damaged("its header announces an axis of " + Integer.toUnsignedString(size) + " values");
            }
            product *= size;
            if (product > Integer.MAX_VALUE - 8) {
                throw new Damaged("its header announces more than the 2 GB that can be read");
            }
        }
        return (int) product;
    }

    private static String hex(int magic) {
        return HexFormat.ofDelimiter(" ")
                .formatHex(ByteBuffer.allocate(4).putInt(magic).array());
    }

    private static InputStream open(byte[] file) throws IOException {
        boolean gzipped = file.length >= 2 && (file[0] & 0xff) == 0x1f && (file[1] & 0xff) == 0x8b;
        InputStream in = new ByteArrayInputStream(file);
        return gzipped ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new WorkFailed(file + ": cannot be read: " + e, e);
        }
    }

    private static InvalidInput damaged(String name, String kind, String reason) {
        return new InvalidInput(name, "not an IDX file of " + kind + ": " + reason);
    }

    /** A fault of a file, in words; it never leaves this class. */
    private static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(String reason) {
            super(reason);
        }
    }
}
