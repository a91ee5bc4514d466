package org.gan4j.experiments.program.command.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.api.data.Split;
import org.gan4j.api.problem.InvalidInput;
import org.gan4j.experiments.library.data.own.HashSplit;
import org.gan4j.experiments.library.data.own.NumpyData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleFileTest {
    @TempDir
    private Path folder;

    /** Latent draw i is the number i / 4. */
    private static FloatTensor draws(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i / 4f;
        }
        return new FloatTensor(Shape.of(count, 1), values);
    }

    @ParameterizedTest
    @CsvSource({"a.png, PICTURE", "a/b.csv, CSV", "z.npy, NPY", "z.npz, NPZ", "pictures, FOLDER", "b.c/pictures, FOLDER"
    })
    void the_ending_says_what_is_written(Path out, SampleFile file) {
        assertThat(SampleFile.of(out)).isEqualTo(file);
    }

    @Test
    void another_ending_is_refused() {
        assertThatThrownBy(() -> SampleFile.of(Path.of("a.txt")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("must end in .png for one picture, .csv, .npy or .npz for numbers");
    }

    @Test
    void many_examples_are_made_piece_by_piece() throws IOException {
        List<Integer> pieces = new ArrayList<>();
        Path out = folder.resolve("z.csv");
        SampleFile.CSV.write(
                draws(2500),
                piece -> {
                    pieces.add(piece.count());
                    return piece;
                },
                Shape.of(1),
                out);
        assertThat(pieces).containsExactly(1000, 1000, 500);
        assertThat(Files.readAllLines(out))
                .hasSize(2500)
                .startsWith("0.00000000", "0.250000000")
                .endsWith("624.750000");
    }

    @Test
    void numbers_for_numpy_stand_behind_a_header_that_names_their_shape() throws IOException {
        Path out = folder.resolve("z.npy");
        SampleFile.NPY.write(draws(3), piece -> piece, Shape.of(1), out);
        byte[] file = Files.readAllBytes(out);
        // 10 bytes and the text, filled up to a multiple of 64: 128, since the text has 59 characters and a line end.
        assertThat(file).hasSize(128 + 3 * 4);
        assertThat(new String(file, 10, 118, StandardCharsets.US_ASCII).strip())
                .isEqualTo("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 1,), }");
        ByteBuffer numbers = ByteBuffer.wrap(file, 128, 12).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new float[] {numbers.getFloat(), numbers.getFloat(), numbers.getFloat()})
                .containsExactly(0, 0.25f, 0.5f);
    }

    @Test
    void an_archive_for_numpy_holds_the_same_array_as_x_and_is_the_same_each_time() throws IOException {
        Path out = folder.resolve("z.npz");
        SampleFile.NPZ.write(draws(2500), piece -> piece, Shape.of(1), out);
        Path plain = folder.resolve("z.npy");
        SampleFile.NPY.write(draws(2500), piece -> piece, Shape.of(1), plain);
        try (ZipFile zip = new ZipFile(out.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("x.npy");
            assertThat(zip.getInputStream(zip.getEntry("x.npy"))).hasBinaryContent(Files.readAllBytes(plain));
        }
        Path again = folder.resolve("again.npz");
        SampleFile.NPZ.write(draws(2500), piece -> piece, Shape.of(1), again);
        assertThat(again).hasSameBinaryContentAs(out);
        // Row i holds i / 4, and dataset=npy reads it.
        int[] rows = HashSplit.rows(2500, Split.TRAIN);
        assertThat(new NumpyData(out, List.of(1), "x", "y", 0)
                        .load(Split.TRAIN)
                        .toFloats()
                        .values())
                .hasSize(rows.length)
                .startsWith(0.25f * rows[0], 0.25f * rows[1]);
    }

    @Test
    void a_folder_gets_a_picture_of_each_example_pixel_by_pixel() throws IOException {
        Path out = folder.resolve("pictures");
        SampleFile.FOLDER.write(
                draws(12),
                piece -> {
                    float[] pixels = new float[6 * piece.count()];
                    Arrays.fill(pixels, 1);
                    return new FloatTensor(Shape.of(piece.count(), 2, 3), pixels);
                },
                Shape.of(2, 3),
                out);
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(12)
                    .contains("01.png", "12.png");
        }
        assertThat(ImageIO.read(out.resolve("07.png").toFile()).getWidth()).isEqualTo(3);
        assertThat(ImageIO.read(out.resolve("07.png").toFile()).getHeight()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new/z.csv", "new/z.npy", "new/z.npz", "new/pictures"})
    void a_folder_that_is_not_there_is_made(String out) throws IOException {
        Path file = folder.resolve(out);
        SampleFile.of(file)
                .write(draws(1), piece -> new FloatTensor(Shape.of(1, 2, 3), new float[6]), Shape.of(2, 3), file);
        assertThat(file).exists();
    }

    @Test
    void points_are_no_pictures() {
        assertThatThrownBy(() -> SampleFile.FOLDER.write(draws(1), piece -> piece, Shape.of(1), folder.resolve("p")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("are no pictures; write numbers");
    }

    @ParameterizedTest
    @CsvSource({
        "auto, 0, 10, 10",
        "auto, 500, 50, 10",
        "auto, 3, 1, 3",
        "auto, 11, 2, 10",
        "5x20, 0, 5, 20",
        "5x20, 7, 5, 20"
    })
    void the_picture_holds_all_that_is_asked_for(String grid, int count, int rows, int columns) {
        assertThat(GridSize.of(grid, count)).isEqualTo(new GridSize(rows, columns));
    }

    @Test
    void a_grid_that_is_too_small_is_refused() {
        assertThatThrownBy(() -> GridSize.of("2x3", 7))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("--count 7: the grid 2x3 holds 6");
        assertThatThrownBy(() -> GridSize.of("2*3", 7)).hasMessageContaining("takes rows x columns");
    }
}
