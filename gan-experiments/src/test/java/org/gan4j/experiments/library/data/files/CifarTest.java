package org.gan4j.experiments.library.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Table;
import org.gan4j.api.data.Values;
import org.gan4j.api.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarTest {
    @TempDir
    Path folder;

    /** One image: its class; 1,024 bytes of red, then of green, then of blue. */
    private static byte[] image(int label, int red, int green, int blue) {
        byte[] bytes = new byte[3073];
        bytes[0] = (byte) label;
        for (int i = 0; i < 1024; i++) {
            bytes[1 + i] = (byte) (red + i % 32);
            bytes[1025 + i] = (byte) green;
            bytes[2049 + i] = (byte) blue;
        }
        return bytes;
    }

    private Path write(String name, byte[]... images) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, new byte[0]);
        for (byte[] image : images) {
            Files.write(file, image, java.nio.file.StandardOpenOption.APPEND);
        }
        return file;
    }

    @Test
    void planes_become_pixels_and_files_follow_each_other() throws IOException {
        Table table = Cifar.table(
                write("data_batch_1.bin", image(3, 10, 20, 30), image(0, 11, 21, 31)),
                write("b", image(9, 12, 22, 32)));

        assertThat(table.example()).isEqualTo(Shape.of(32, 32, 3));
        assertThat(table.labels().orElseThrow()).containsExactly(3, 0, 9);
        // The first two pixels of the first image: red grows by one along a row.
        assertThat(bytes(table.slice(0, 1))).startsWith(10, 20, 30, 11, 20, 30);
        // The first pixel of its second row: red begins anew.
        assertThat(bytes(table.slice(0, 1))[32 * 3]).isEqualTo((byte) 10);
        assertThat(bytes(table.slice(2, 3))).startsWith(12, 22, 32);
    }

    @Test
    void a_file_that_is_cut_or_has_another_class_is_refused() throws IOException {
        Path cut = Files.write(folder.resolve("cut.bin"), new byte[3072]);
        assertThatThrownBy(() -> Cifar.table(cut))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("it has 3072 bytes, not a multiple of the 3073 of an image with its class");
        Path odd = write("odd.bin", image(10, 0, 0, 0));
        assertThatThrownBy(() -> Cifar.table(odd))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("an image has the class 10, not one of 0 to 9");
    }

    private static byte[] bytes(Table table) {
        return ((Values.Bytes) table.values()).bytes();
    }
}
