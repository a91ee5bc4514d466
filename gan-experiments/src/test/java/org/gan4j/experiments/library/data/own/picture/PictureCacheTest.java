package org.gan4j.experiments.library.data.own.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureCacheTest {
    private static final PictureFit FIT = new PictureFit(2, 2, 3);

    @TempDir
    private Path pictures;

    @TempDir
    private Path kept;

    @BeforeEach
    void one_picture() throws IOException {
        BufferedImage wide = new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB);
        // Columns red, green, green, blue: the middle square is green.
        int[] columns = {0xff0000, 0x00ff00, 0x00ff00, 0x0000ff};
        for (int x = 0; x < 4; x++) {
            wide.setRGB(x, 0, columns[x]);
            wide.setRGB(x, 1, columns[x]);
        }
        ImageIO.write(wide, "png", pictures.resolve("wide.png").toFile());
    }

    private DecodedPictures get(PictureFit fit, long limit) {
        return new PictureCache(kept).get(new PictureFolder("dataset.folder", pictures), fit, name -> true, limit);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(kept)) {
            return files.toList();
        }
    }

    @Test
    void a_picture_is_cut_to_its_middle() {
        assertThat(get(FIT, 1000).pixels()).containsExactly(0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0);
        // Of green alone the grey is 0.587 · 255 = 149.7, rounded to 150.
        assertThat(get(new PictureFit(2, 2, 1), 1000).pixels()).containsOnly(150);
    }

    @Test
    void what_was_decoded_once_is_read() throws IOException {
        DecodedPictures first = get(FIT, 1000);
        assertThat(files()).hasSize(1);
        DecodedPictures second = get(FIT, 1000);
        assertThat(second.pixels()).isEqualTo(first.pixels());
        assertThat(second.names()).isEqualTo(first.names());
        assertThat(second.digest()).isEqualTo(first.digest());
    }

    @Test
    void the_wanted_pictures_alone_are_given_whether_decoded_now_or_before() throws IOException {
        for (String name : List.of("a.png", "b.png")) {
            Files.copy(pictures.resolve("wide.png"), pictures.resolve(name));
        }
        PictureFolder folder = new PictureFolder("dataset.folder", pictures);
        DecodedPictures all = get(FIT, 1000);
        Path unwritable = Files.writeString(kept.resolve("file"), "");
        for (PictureCache cache :
                List.of(new PictureCache(kept), new PictureCache(kept.resolve("new")), new PictureCache(unwritable))) {
            DecodedPictures some = cache.get(folder, FIT, "b.png"::equals);
            assertThat(some.names()).containsExactly("b.png");
            assertThat(some.pixels()).containsExactly(0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0);
            assertThat(some.all()).isEqualTo(3);
            assertThat(some.digest()).isEqualTo(all.digest());
        }
    }

    @Test
    void a_damaged_file_is_decoded_anew() throws IOException {
        DecodedPictures first = get(FIT, 1000);
        Path file = files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at += 7) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);
            assertThat(get(FIT, 1000).pixels()).as("byte %d", at).isEqualTo(first.pixels());
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        }
    }

    @Test
    void the_oldest_are_removed_when_there_is_too_much() throws IOException {
        get(FIT, 1000);
        long size = Files.size(files().get(0));
        Files.setLastModifiedTime(files().get(0), java.nio.file.attribute.FileTime.fromMillis(0));
        get(new PictureFit(2, 2, 1), size);
        // Both together are larger than the first alone, so the older one went.
        assertThat(files()).hasSize(1);
        assertThat(Files.size(files().get(0))).isLessThan(size);
    }
}
