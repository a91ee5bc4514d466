package org.gan4j.experiments.library.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.gan4j.api.data.Split;
import org.gan4j.api.problem.InvalidInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CIFAR-10 as it is published: one archive with the folder cifar-10-batches-bin in it. */
class ArchivedCifarTest {
    private static final List<String> NAMES = Stream.concat(
                    IntStream.rangeClosed(1, 5).mapToObj(i -> "data_batch_" + i + ".bin"), Stream.of("test_batch.bin"))
            .toList();

    @TempDir
    Path folder;

    private Path batches;

    @BeforeEach
    void writeBatches() throws IOException {
        batches = Files.createDirectories(folder.resolve("cifar-10-batches-bin"));
        for (int i = 0; i < NAMES.size(); i++) {
            Files.write(batches.resolve(NAMES.get(i)), images(4, i));
        }
    }

    /** Images of one class, all their bytes equal to it. */
    private static byte[] images(int count, int label) {
        byte[] bytes = new byte[count * 3073];
        Arrays.fill(bytes, (byte) label);
        return bytes;
    }

    private Path archive(String name, boolean gzipped, List<String> files) throws IOException {
        Path file = folder.resolve(name);
        OutputStream out = Files.newOutputStream(file);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(gzipped ? new GZIPOutputStream(out) : out)) {
            for (String each : files) {
                TarArchiveEntry entry = new TarArchiveEntry("cifar-10-batches-bin/" + each);
                byte[] bytes = Files.readAllBytes(batches.resolve(each));
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    @Test
    void archive_and_folder_are_the_same_data() throws IOException {
        Cifar10 unpacked = new Cifar10(0, batches.toString());
        for (Path file : List.of(archive("cifar-10-binary.tar.gz", true, NAMES), archive("plain.tar", false, NAMES))) {
            Cifar10 archived = new Cifar10(0, file.toString());
            for (Split split : Split.values()) {
                assertThat(archived.load(split).values())
                        .isEqualTo(unpacked.load(split).values());
            }
            assertThat(archived.digest()).isEqualTo(unpacked.digest());
        }
    }

    @Test
    void splits_of_an_archive_are_those_of_the_set() throws IOException {
        Cifar10 archived =
                new Cifar10(0, archive("cifar-10-binary.tar.gz", true, NAMES).toString());
        // Five files of four images are 20; the last fifth are the validation split, and these are of the last file.
        assertThat(archived.load(Split.TRAIN).labels().orElseThrow())
                .containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3);
        assertThat(archived.load(Split.VALIDATION).labels().orElseThrow()).containsExactly(4, 4, 4, 4);
        assertThat(archived.load(Split.TEST).labels().orElseThrow()).containsExactly(5, 5, 5, 5);
    }

    @Test
    void what_is_wrong_with_an_archive_is_said_with_its_name() throws IOException {
        Path half = archive("half.tar.gz", true, NAMES.subList(0, 5));
        assertThatThrownBy(() -> new Cifar10(0, half.toString()).load(Split.TRAIN))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("dataset.files: " + half + ": half.tar.gz lacks test_batch.bin");
        Path text = Files.writeString(folder.resolve("text.tar.gz"), "no archive\n".repeat(200));
        assertThatThrownBy(() -> new Cifar10(0, text.toString()).load(Split.TRAIN))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("dataset.files: " + text + ": text.tar.gz ");
        Path cut = Files.write(
                folder.resolve("cut.tar.gz"),
                Arrays.copyOf(Files.readAllBytes(archive("whole.tar.gz", true, NAMES)), 150));
        assertThatThrownBy(() -> new Cifar10(0, cut.toString()).load(Split.TRAIN))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("dataset.files: " + cut + ": ");
    }

    @Test
    void an_image_of_another_class_is_named_by_its_place_in_the_archive() throws IOException {
        Files.write(batches.resolve("data_batch_2.bin"), images(1, 10));
        Path odd = archive("odd.tar.gz", true, NAMES);
        assertThatThrownBy(() -> new Cifar10(0, odd.toString()).load(Split.TRAIN))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(odd + "/data_batch_2.bin: not a file of CIFAR-10: an image has the class 10");
    }

    @Test
    void a_folder_that_holds_the_archive_is_answered_with_its_name() throws IOException {
        Path archive = archive("cifar-10-binary.tar.gz", true, NAMES);
        assertThatThrownBy(() -> new Cifar10(0, folder.toString()).load(Split.TRAIN))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("lacks data_batch_1.bin")
                .hasMessageEndingWith("; an archive can be named itself: dataset.files=" + archive);
    }
}
