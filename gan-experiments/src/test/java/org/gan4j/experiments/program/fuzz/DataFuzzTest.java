package org.gan4j.experiments.program.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.gan4j.api.Dataset;
import org.gan4j.api.data.Split;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.library.data.files.Cifar;
import org.gan4j.experiments.library.data.files.FileSet;
import org.gan4j.experiments.library.data.files.Idx;
import org.gan4j.experiments.library.data.own.NumpyData;
import org.gan4j.experiments.library.data.own.Points;
import org.gan4j.experiments.library.data.own.picture.PictureCache;
import org.gan4j.experiments.library.data.own.picture.PictureFit;
import org.gan4j.experiments.library.data.own.picture.PictureFolder;
import org.gan4j.experiments.library.data.source.Attempt.Unavailable;
import org.gan4j.experiments.library.data.source.Tar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutated files of data are refused in words or read. */
class DataFuzzTest {
    private static final int USUALLY = 400;

    @TempDir
    Path folder;

    @Test
    void idx() throws IOException {
        byte[] sound = ByteBuffer.allocate(16 + 8)
                .putInt(0x803)
                .putInt(2)
                .putInt(2)
                .putInt(2)
                .array();
        byte[] labels = ByteBuffer.allocate(8 + 2).putInt(0x801).putInt(2).array();
        Path file = folder.resolve("images");
        Path classes = Files.write(folder.resolve("labels"), labels);
        Fuzzer.fuzz("idx", USUALLY, List.of(sound, zipped(sound)), input -> {
            Files.write(file, input);
            Fuzzer.assertThatItReadsOrRefuses(() -> Idx.check(file, true));
            Fuzzer.assertThatItReadsOrRefuses(() -> Idx.check(file, false));
            Fuzzer.assertThatItReadsOrRefuses(() -> Idx.table(file, classes));
        });
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(content);
        }
        return zipped.toByteArray();
    }

    @Test
    void cifar() throws IOException {
        Path file = folder.resolve("batch.bin");
        // A record is a class and 32 x 32 pixels of three channels.
        byte[] sound = new byte[2 * (1 + 3 * 32 * 32)];
        Fuzzer.fuzz("cifar", USUALLY, List.of(sound), input -> {
            Files.write(file, input);
            Fuzzer.assertThatItReadsOrRefuses(() -> Cifar.table(file));
        });
    }

    @Test
    void tar() throws IOException {
        FileSet set = new FileSet(
                "tiny",
                List.of(new FileSet.KnownFile("one.bin", 100, ""), new FileSet.KnownFile("two.bin", 100, "")),
                Optional.empty(),
                Optional.empty());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes)) {
            for (FileSet.KnownFile file : set.files()) {
                TarArchiveEntry entry = new TarArchiveEntry("folder/" + file.name());
                entry.setSize(file.bytes());
                out.putArchiveEntry(entry);
                out.write(new byte[(int) file.bytes()]);
                out.closeArchiveEntry();
            }
        }
        Path archive = folder.resolve("tiny.tar.gz");
        Path into = Files.createDirectory(folder.resolve("into"));
        Fuzzer.fuzz("tar", USUALLY, List.of(bytes.toByteArray(), zipped(bytes.toByteArray())), input -> {
            Files.write(archive, input);
            Fuzzer.assertThatItReadsOrRefuses(() -> accept(set, archive, into));
        });
    }

    private static void accept(FileSet set, Path archive, Path into) {
        try {
            Tar.accept(set, archive, into);
        } catch (Unavailable e) {
            throw new InvalidInput("dataset.files", String.valueOf(e.getMessage()));
        }
    }

    @Test
    void points() throws IOException {
        Path file = folder.resolve("points.csv");
        Fuzzer.fuzz(
                "points",
                USUALLY,
                List.of("x,y\n1,2\n-3.5,4e-2\n".getBytes(UTF_8), "1;2\n3;4".getBytes(UTF_8)),
                input -> {
                    Files.write(file, input);
                    assertThatItLoadsOrRefuses(new Points(file, 2));
                });
    }

    @Test
    void npy() throws IOException {
        Path file = folder.resolve("array.npy");
        Fuzzer.fuzz("npy", USUALLY, List.of(array()), input -> {
            Files.write(file, input);
            assertThatItLoadsOrRefuses(new Points(file, 2));
            assertThatItLoadsOrRefuses(numpy(file, 0));
        });
    }

    @Test
    void npz() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            for (String name : List.of("x.npy", "y.npy")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(array());
            }
        }
        Path file = folder.resolve("arrays.npz");
        Fuzzer.fuzz("npz", USUALLY, List.of(zip.toByteArray()), input -> {
            Files.write(file, input);
            assertThatItLoadsOrRefuses(numpy(file, 2));
        });
    }

    /** Two rows of two numbers, as numpy.save writes them. */
    private static byte[] array() {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }";
        String padded = header + " ".repeat(127 - 10 - header.length()) + "\n";
        ByteBuffer file = ByteBuffer.allocate(128 + 16).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93).put("NUMPY".getBytes(ISO_8859_1)).put((byte) 1).put((byte) 0);
        file.putShort((short) padded.length()).put(padded.getBytes(ISO_8859_1));
        return file.putFloat(1).putFloat(2).putFloat(3).putFloat(4).array();
    }

    private static NumpyData numpy(Path file, int classes) {
        return new NumpyData(file, List.of(2), "x", "y", classes);
    }

    private static void assertThatItLoadsOrRefuses(Dataset.Finite data) {
        for (Split split : Split.values()) {
            Fuzzer.assertThatItReadsOrRefuses(() -> data.load(split));
        }
    }

    @Test
    void pictures() throws IOException {
        List<byte[]> sound = List.of(
                picture("png", BufferedImage.TYPE_BYTE_GRAY),
                picture("png", BufferedImage.TYPE_USHORT_GRAY),
                picture("png", BufferedImage.TYPE_INT_ARGB),
                picture("png", BufferedImage.TYPE_BYTE_INDEXED),
                picture("jpg", BufferedImage.TYPE_INT_RGB));
        Path file = Files.createDirectory(folder.resolve("pictures")).resolve("one.png");
        PictureFolder pictures = new PictureFolder("dataset.folder", file.getParent());
        PictureCache cache = new PictureCache(folder.resolve("decoded"));
        Fuzzer.fuzz("pictures", USUALLY, sound, input -> {
            Files.write(file, input);
            Fuzzer.assertThatItReadsOrRefuses(() -> cache.get(pictures, new PictureFit(4, 4, 1), name -> true));
        });
    }

    private static byte[] picture(String format, int type) throws IOException {
        BufferedImage picture = new BufferedImage(9, 7, type);
        picture.setRGB(3, 3, 0xff8040);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, out)).isTrue();
        return out.toByteArray();
    }
}
