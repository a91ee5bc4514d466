package org.gan4j.experiments.library.data.own;

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
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {
    private static final int MANY = 200;

    @TempDir
    private Path folder;

    /** 200 points (i, -i / 2), one a line. */
    private static String lines(String separator) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < MANY; i++) {
            lines.append(i).append(separator).append(-i / 2.0).append('\n');
        }
        return lines.toString();
    }

    private Points csv(String text) throws IOException {
        return new Points(Files.writeString(folder.resolve("points.csv"), text), 2);
    }

    private static List<Float> firstColumn(Points points) {
        List<Float> all = new ArrayList<>();
        for (Split split : Split.values()) {
            float[] numbers = points.load(split).toFloats().values();
            for (int i = 0; i < numbers.length; i += 2) {
                assertThat(numbers[i + 1]).isEqualTo(-numbers[i] / 2);
                all.add(numbers[i]);
            }
        }
        return all.stream().sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", " , "})
    void every_row_is_a_point_of_one_split(String separator) throws IOException {
        Points points = csv(lines(separator));
        assertThat(points.shape()).isEqualTo(Shape.of(2));
        assertThat(firstColumn(points))
                .isEqualTo(Stream.iterate(0f, i -> i + 1).limit(MANY).toList());
    }

    @Test
    void names_blank_lines_and_remarks_are_skipped() throws IOException {
        Points points = csv("# made by hand\n\nx,y\n" + lines(",") + "\n\n");
        assertThat(firstColumn(points)).hasSize(MANY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2%3,x%|points.csv:2: column 2 is 'x', expected a number",
                "1,2%3,%|points.csv:2: column 2 is '', expected a number",
                "1,2%3,NaN%|points.csv:2: column 2 is 'NaN', expected a finite number",
                "1,2%1,1e39%|points.csv:2: column 2 is '1e39', expected a finite number",
                "1,2%1,2,3%|points.csv:2: has 3 numbers, expected dataset.dimension=2",
                "7%|points.csv:1: has 1 number, expected dataset.dimension=2",
                "x,y%|holds no points",
                "%|holds no points",
                "1,\"2%|is no CSV file in UTF-8",
            })
    void a_wrong_line_is_named(String text, String message) throws IOException {
        Points points = csv(text.replace('%', '\n'));
        assertThatThrownBy(() -> points.load(Split.TRAIN))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws IOException {
        Points points = new Points(Files.write(folder.resolve("points.csv"), new byte[] {'1', ',', (byte) 0xff}), 2);
        assertThatThrownBy(() -> points.load(Split.TRAIN))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("is no text in UTF-8");
    }

    @Test
    void a_missing_file_is_named_when_it_is_needed_and_the_shape_does_without() {
        Points points = new Points(folder.resolve("gone.csv"), 3);
        assertThat(points.shape()).isEqualTo(Shape.of(3));
        assertThatThrownBy(() -> points.load(Split.TRAIN))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("there is no file " + folder.resolve("gone.csv"));
    }

    @Test
    void an_array_of_numpy_holds_a_point_a_row() throws IOException {
        ByteBuffer numbers = ByteBuffer.allocate(16 * MANY).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < MANY; i++) {
            numbers.putDouble(i).putDouble(-i / 2.0);
        }
        Path file = folder.resolve("points.npy");
        Files.write(file, npy("<f8", "(" + MANY + ", 2)", numbers.array()));
        assertThat(firstColumn(new Points(file, 2))).hasSize(MANY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<f4|(2, 3)|24|has the shape [2, 3], expected [points, dataset.dimension=2]",
                "<f4|(3, 2)|20|has only 20 bytes of numbers where its header announces 24",
                "<f4|(3, 2)|28|has more bytes of numbers where its header announces 24",
                "<V4|(3, 2)|24|holds numbers of type V4, expected one of u1",
                "<c8|(3, 2)|48|holds numbers of type c8, expected one of u1",
                "<f8|(400000000, 2)|8|has more than the 2 GB that can be read",
                "<f8|(99999999999, 2)|8|has an axis of more than",
                "<f4|(0, 2)|0|holds an array without numbers",
            })
    void an_array_of_another_kind_is_refused(String type, String shape, int bytes, String message) throws IOException {
        Path file = folder.resolve("points.npy");
        Files.write(file, npy(type, shape, new byte[bytes]));
        assertThatThrownBy(() -> new Points(file, 2).load(Split.TRAIN))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_number_that_is_not_finite_is_named() throws IOException {
        ByteBuffer numbers = ByteBuffer.allocate(16).order(ByteOrder.BIG_ENDIAN);
        numbers.putFloat(1).putFloat(2).putFloat(3).putFloat(Float.NaN);
        Path file = Files.write(folder.resolve("points.npy"), npy(">f4", "(2, 2)", numbers.array()));
        assertThatThrownBy(() -> new Points(file, 2).load(Split.TRAIN))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("number 3 of the array is NaN");
    }

    /** A file of format 1.0, as NumPy writes it. */
    static byte[] npy(String type, String shape, byte[] numbers) {
        byte[] header = ("{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer file =
                ByteBuffer.allocate(10 + header.length + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length);
        return Arrays.copyOf(file.put(header).put(numbers).array(), file.capacity());
    }
}
