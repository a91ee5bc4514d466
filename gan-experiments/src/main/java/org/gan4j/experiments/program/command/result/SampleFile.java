package org.gan4j.experiments.program.command.result;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.disk.WholeFile;
import org.gan4j.experiments.draw.sample.Pictures;

/**
 * Where samples go, told by the name's ending: one picture, numbers as text, numbers for NumPy, or a folder of single pictures.
 * All but the one picture are written piece by piece, so that memory does not grow with their number.
 */
enum SampleFile {
    PICTURE(".png"),
    CSV(".csv"),
    NPY(".npy"),
    NPZ(".npz"),
    FOLDER("");

    /** Examples that are in memory at once. */
    private static final int PIECE = 1000;
    /** The name under which dataset=npy finds examples. */
    private static final String ARRAY = "x.npy";

    private final String ending;

    SampleFile(String ending) {
        this.ending = ending;
    }

    /** Returns the kind of file that a name asks for; a name without a dot is a folder. */
    static SampleFile of(Path out) {
        String name = String.valueOf(out.getFileName());
        return Arrays.stream(values())
                .filter(kind -> kind == FOLDER ? name.indexOf('.', 1) < 0 : name.endsWith(kind.ending))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "--out " + out,
                        "the name must end in .png for one picture, .csv, .npy or .npz for numbers, or have no ending for a folder"
                                + " of single pictures"));
    }

    /** Returns whether numbers without a picture can be written. */
    boolean takesNumbers() {
        return this == CSV || this == NPY || this == NPZ;
    }

    /**
     * Writes what a function makes of latent draws.
     *
     * @param z      [n × latent]
     * @param make   of a piece of them
     * @param example the shape of what it makes of one
     */
    void write(FloatTensor z, UnaryOperator<FloatTensor> make, Shape example, Path out) {
        switch (this) {
            case CSV -> WholeFile.write(out, to -> each(z, make, (from, piece) -> writeLines(piece, to)));
            case NPY ->
                WholeFile.write(out, to -> {
                    OutputStream buffered = new BufferedOutputStream(to);
                    writeArray(z, make, example, buffered);
                    buffered.flush();
                });
            case NPZ ->
                WholeFile.write(out, to -> {
                    ZipOutputStream zip = new ZipOutputStream(to);
                    ZipEntry entry = new ZipEntry(ARRAY);
                    // Equal samples make equal files.
                    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                    zip.putNextEntry(entry);
                    writeArray(z, make, example, zip);
                    zip.closeEntry();
                    zip.finish();
                });
            case FOLDER -> singles(z, make, example, out);
            case PICTURE -> throw new IllegalStateException("a picture shows all its examples at once");
        }
    }

    private static void writeArray(FloatTensor z, UnaryOperator<FloatTensor> make, Shape example, OutputStream to)
            throws IOException {
        to.write(npyHeader(example.prepend(z.count())));
        each(z, make, (from, piece) -> writeNumbers(piece, to));
    }

    private void singles(FloatTensor z, UnaryOperator<FloatTensor> make, Shape example, Path out) {
        if (!Pictures.isImage(example)) {
            throw new InvalidInput(
                    "--out " + out,
                    "examples of shape " + example + " are no pictures; write numbers to a .csv, .npy or .npz file");
        }
        int digits = Integer.toString(z.count()).length();
        try {
            each(
                    z,
                    make,
                    (from, piece) -> Pictures.singles(
                            piece,
                            i -> out.resolve(String.format(Locale.ROOT, "%0" + digits + "d.png", from + i + 1))));
        } catch (IOException e) {
            throw new IllegalStateException("pictures report their own trouble", e);
        }
    }

    private interface Piece {
        void take(int from, FloatTensor piece) throws IOException;
    }

    private static void each(FloatTensor z, UnaryOperator<FloatTensor> make, Piece taker) throws IOException {
        for (int from = 0; from < z.count(); from += PIECE) {
            taker.take(from, make.apply(z.slice(from, Math.min(z.count(), from + PIECE))));
        }
    }

    private static void writeLines(FloatTensor piece, OutputStream to) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < piece.count(); i++) {
            float[] row = piece.row(i);
            for (int j = 0; j < row.length; j++) {
                text.append(j == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.9g", row[j]));
            }
            text.append('\n');
        }
        to.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static void writeNumbers(FloatTensor piece, OutputStream to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * piece.values().length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(piece.values());
        to.write(bytes.array());
    }

    /** The header of NumPy's format 1.0 for float32, filled up with blanks to a multiple of 64 bytes. */
    private static byte[] npyHeader(Shape shape) {
        String sizes = shape.dims().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + sizes + ",), }";
        int length = (10 + text.length() + 1 + 63) / 64 * 64 - 10;
        ByteBuffer header = ByteBuffer.allocate(10 + length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) length);
        header.put((text + " ".repeat(length - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
        return header.array();
    }
}
