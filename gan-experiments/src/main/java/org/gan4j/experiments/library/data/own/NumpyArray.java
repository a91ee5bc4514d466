package org.gan4j.experiments.library.data.own;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * An array of NumPy's format NPY, or one of those in an NPZ file. Types: u1, u2, u4, i1, i2, i4, i8, f4 and f8 of either byte
 * order, in C order. The format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html.
 *
 * @param shape size of each axis
 * @param type  kind and bytes of a number, such as f4
 * @param order order of the bytes of a number
 * @param bytes the numbers
 */
record NumpyArray(int[] shape, String type, ByteOrder order, byte[] bytes) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 10_000;
    private static final Pattern HEADER = Pattern.compile("\\s*\\{\\s*'descr'\\s*:\\s*'([<>|=])([a-zA-Z]\\d+)'\\s*,"
            + "\\s*'fortran_order'\\s*:\\s*(True|False)\\s*,\\s*'shape'\\s*:\\s*\\(([\\d,\\s]*)\\)\\s*,?\\s*\\}\\s*");
    private static final List<String> TYPES = List.of("u1", "u2", "u4", "i1", "i2", "i4", "i8", "f4", "f8");
    private static final String ENDING = ".npy";

    /** Reads an NPY file. */
    static NumpyArray read(OwnFile file) {
        file.require();
        try (InputStream in = Files.newInputStream(file.path())) {
            return parse(file, in);
        } catch (EOFException e) {
            throw file.wrong("ends before its header does");
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** Reads an array of an NPZ file, or the array of an NPY file, which has no name. */
    static NumpyArray read(OwnFile file, String name) {
        if (file.path().toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            return read(file);
        }
        file.require();
        try (ZipFile arrays = new ZipFile(file.path().toFile())) {
            ZipEntry entry = arrays.getEntry(name + ENDING);
            if (entry == null) {
                List<String> names = arrays.stream()
                        .map(ZipEntry::getName)
                        .filter(each -> each.endsWith(ENDING))
                        .map(each -> each.substring(0, each.length() - ENDING.length()))
                        .sorted()
                        .limit(20)
                        .toList();
                throw file.wrong("has no array '" + name + "'; it has " + String.join(", ", names));
            }
            try (InputStream in = arrays.getInputStream(entry)) {
                return parse(file, in);
            }
        } catch (ZipException e) {
            throw file.wrong("is neither an NPY nor an NPZ file: " + e.getMessage());
        } catch (EOFException e) {
            throw file.wrong("ends before the header of '" + name + "' does");
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static NumpyArray parse(OwnFile file, InputStream plain) throws IOException {
        DataInputStream in = new DataInputStream(plain);
        byte[] magic = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw file.wrong("is no NPY file: it does not begin as one");
        }
        int version = in.readUnsignedByte();
        in.readByte();
        int length = version == 1
                ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
                : Integer.reverseBytes(in.readInt());
        if (length < 0 || length > LONGEST_HEADER) {
            throw file.wrong("has a header of " + Integer.toUnsignedString(length) + " bytes, expected at most "
                    + LONGEST_HEADER);
        }
        String header = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        Matcher parts = HEADER.matcher(header);
        if (!parts.matches()) {
            throw file.wrong("has the header " + header.strip() + ", which is not that of an array of numbers");
        }
        return array(file, in, parts);
    }

    private static NumpyArray array(OwnFile file, InputStream in, Matcher header) throws IOException {
        String type = header.group(2);
        if (!TYPES.contains(type)) {
            throw file.wrong("holds numbers of type " + type + ", expected one of " + String.join(", ", TYPES)
                    + "; astype('float32') makes one");
        }
        int[] shape = shape(file, header.group(4));
        if (header.group(3).equals("True") && shape.length > 1) {
            throw file.wrong("is in Fortran's order; save numpy.ascontiguousarray(…) of it");
        }
        long bytes = Integer.parseInt(type.substring(1));
        for (int size : shape) {
            bytes *= size;
            if (bytes > Integer.MAX_VALUE - 8) {
                throw file.wrong("has more than the 2 GB that can be read: shape " + Arrays.toString(shape));
            }
        }
        byte[] data = in.readNBytes((int) bytes);
        if (data.length < bytes || in.read() >= 0) {
            throw file.wrong("has " + (data.length < bytes ? "only " + data.length : "more")
                    + " bytes of numbers where its" + " header announces " + bytes);
        }
        ByteOrder order = header.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NumpyArray(shape, type, order, data);
    }

    private static int[] shape(OwnFile file, String sizes) {
        try {
            return Pattern.compile(",")
                    .splitAsStream(sizes)
                    .map(String::strip)
                    .filter(size -> !size.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            throw file.wrong("has an axis of more than 2147483647: (" + sizes + ")");
        }
    }

    boolean isBytes() {
        return type.equals("u1");
    }

    boolean isWhole() {
        return !type.startsWith("f");
    }

    /** Returns the numbers as float32. */
    float[] floats() {
        int size = Integer.parseInt(type.substring(1));
        ByteBuffer data = ByteBuffer.wrap(bytes).order(order);
        float[] floats = new float[bytes.length / size];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) number(data, i * size);
        }
        return floats;
    }

    private double number(ByteBuffer data, int at) {
        return switch (type) {
            case "u1" -> data.get(at) & 0xff;
            case "i1" -> data.get(at);
            case "u2" -> data.getShort(at) & 0xffff;
            case "i2" -> data.getShort(at);
            case "u4" -> data.getInt(at) & 0xffffffffL;
            case "i4" -> data.getInt(at);
            case "i8" -> data.getLong(at);
            case "f4" -> data.getFloat(at);
            default -> data.getDouble(at);
        };
    }

    /** Returns the numbers of an array of points, all finite. */
    float[] points(OwnFile file, int dimension) {
        if (shape.length != 2 || shape[1] != dimension) {
            throw file.wrong("has the shape " + Arrays.toString(shape) + ", expected [points, dataset.dimension="
                    + dimension + "]");
        }
        return finite(file);
    }

    /** Returns the numbers, all finite and at least one. */
    float[] finite(OwnFile file) {
        float[] numbers = floats();
        for (int i = 0; i < numbers.length; i++) {
            if (!Float.isFinite(numbers[i])) {
                throw file.wrong("number " + i + " of the array is " + numbers[i] + ", expected a finite number");
            }
        }
        if (numbers.length == 0) {
            throw file.wrong("holds an array without numbers: shape " + Arrays.toString(shape));
        }
        return numbers;
    }
}
