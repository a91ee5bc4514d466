package org.gan4j.experiments.library.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Table;
import org.gan4j.api.data.Values;
import org.gan4j.api.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
    /** Two images of 2×3, written out by hand after the format's description. */
    private static final byte[] IMAGES = hex("00000803 00000002 00000002 00000003 000102030405 fafbfcfdfeff");

    private static final byte[] LABELS = hex("00000801 00000002 09 c8");

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void reads_images_and_labels_as_unsigned_bytes() {
        Table table = Idx.table("images", IMAGES, "labels", LABELS);
        assertThat(table.example()).isEqualTo(Shape.of(2, 3));
        assertThat(bytes(table)).containsExactly(hex("000102030405fafbfcfdfeff"));
        // c8 is 200
        assertThat(table.labels().orElseThrow()).containsExactly(9, 200);
    }

    @Test
    void reads_gzipped_files_whatever_their_name() throws IOException {
        Table table = Idx.table("images", gzip(IMAGES), "labels", gzip(LABELS));
        assertThat(table.count()).isEqualTo(2);
    }

    @Test
    void labels_in_place_of_images_are_told_by_their_first_bytes() {
        refused(LABELS, "it begins with 00 00 08 01, images begin with 00 00 08 03");
    }

    @Test
    void file_that_is_cut_off_is_refused() {
        refused(Arrays.copyOf(IMAGES, IMAGES.length - 1), "it ends after 11 of 12 bytes of images");
        refused(Arrays.copyOf(IMAGES, 10), "it has 10 bytes, its header alone would have 16");
        refused(new byte[0], "it has 0 bytes, its header alone would have 16");
    }

    @Test
    void file_with_bytes_behind_its_end_is_refused() {
        refused(Arrays.copyOf(IMAGES, IMAGES.length + 1), "it has more than the 12 bytes that its header announces");
    }

    @Test
    void sizes_that_cannot_be_are_refused_before_memory_is_asked_for() {
        refused(hex("00000803 00000000 00000002 00000003"), "announces an axis of 0 values");
        refused(hex("00000803 ffffffff 00000002 00000003"), "announces an axis of 4294967295 values");
        refused(hex("00000803 7fffffff 7fffffff 7fffffff"), "announces more than the 2 GB");
    }

    @Test
    void damaged_compression_is_refused() throws IOException {
        byte[] gzipped = gzip(IMAGES);
        refused(Arrays.copyOf(gzipped, gzipped.length - 6), "its gzip compression is damaged");
        // The first byte of the checksum behind the data.
        gzipped[gzipped.length - 8] ^= 0x55;
        refused(gzipped, "gzip compression is damaged");
    }

    private static void refused(byte[] images, String reason) {
        assertThatThrownBy(() -> Idx.table("some/file", images, "labels", LABELS))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("some/file: not an IDX file of images: ")
                .hasMessageContaining(reason);
    }

    @Test
    void labels_must_be_as_many_as_images() {
        assertThatThrownBy(() -> Idx.table("images", IMAGES, "labels", hex("00000801 00000001 09")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("labels: it holds 1 labels for 2 images; one each is expected");
    }

    @Test
    void check_names_the_file_and_what_it_should_be(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("labels"), IMAGES);
        assertThatThrownBy(() -> Idx.check(file, false))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(file
                        + ": not an IDX file of labels: it begins with 00 00 08 03, labels begin with 00 00 08 01");
        Idx.check(file, true);
    }

    private static byte[] bytes(Table table) {
        return ((Values.Bytes) table.values()).bytes();
    }
}
