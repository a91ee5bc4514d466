package org.gan4j.experiments.library.data.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.data.Values;
import org.gan4j.api.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
    private static final int MANY = 60;

    @TempDir
    private Path folder;

    /** Picture i is grey of level 2i, in the subfolder "even" or "odd". */
    private void write(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            BufferedImage picture = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
            for (int pixel = 0; pixel < 16; pixel++) {
                picture.setRGB(pixel % 4, pixel / 4, 0x010101 * 2 * i);
            }
            Path file = folder.resolve(i % 2 == 0 ? "even" : "odd").resolve(i + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, "png", file.toFile());
        }
    }

    private ImageFolder data() {
        return new ImageFolder(folder, List.of(4, 4), false);
    }

    @Test
    void every_picture_is_in_one_split_with_the_class_of_its_subfolder() throws IOException {
        write(MANY);
        assertThat(data().classes()).isEqualTo(2);
        assertThat(data().shape()).isEqualTo(Shape.of(4, 4));
        boolean[] seen = new boolean[MANY];
        for (Split split : Split.values()) {
            Table table = data().load(split);
            byte[] bytes = ((Values.Bytes) table.values()).bytes();
            for (int row = 0; row < table.count(); row++) {
                int i = (bytes[16 * row] & 0xff) / 2;
                assertThat(seen[i]).isFalse();
                seen[i] = true;
                // The classes are "even" and "odd" in this order.
                assertThat(table.labels().orElseThrow()[row]).isEqualTo(i % 2);
                assertThat(Arrays.copyOfRange(bytes, 16 * row, 16 * row + 16)).containsOnly((byte) (2 * i));
            }
        }
        assertThat(seen).containsOnly(true);
    }

    @Test
    void a_picture_that_is_added_moves_no_other_and_changes_the_digest() throws IOException {
        write(MANY);
        String before = data().digest();
        int test = data().load(Split.TEST).count();
        String added = "even/added.png";
        Files.copy(folder.resolve("even/0.png"), folder.resolve(added));
        assertThat(data().load(Split.TEST).count()).isEqualTo(test + (HashSplit.of(added) == Split.TEST ? 1 : 0));
        assertThat(data().digest()).isNotEqualTo(before);
    }

    @Test
    void pictures_in_the_folder_itself_have_no_classes() throws IOException {
        write(MANY);
        Files.move(folder.resolve("odd/1.png"), folder.resolve("1.png"));
        assertThat(data().classes()).isZero();
        assertThat(data().load(Split.TRAIN).labels()).isEmpty();
    }

    @Test
    void every_wrong_file_is_named() throws IOException {
        write(2);
        Files.writeString(folder.resolve("odd/text.png"), "no picture");
        Files.write(folder.resolve("odd/cut.png"), Arrays.copyOf(Files.readAllBytes(folder.resolve("odd/1.png")), 40));
        assertThatThrownBy(() -> data().load(Split.TRAIN))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("dataset.folder: odd/cut.png cannot be decoded")
                .hasMessageContaining("; odd/text.png is no PNG or JPEG file");
    }

    @Test
    void a_folder_without_pictures_and_one_that_is_not_there_are_told_apart() throws IOException {
        assertThatThrownBy(() -> data().load(Split.TRAIN)).hasMessageContaining("holds no PNG or JPEG file");
        ImageFolder gone = new ImageFolder(folder.resolve("gone"), List.of(4, 4), true);
        assertThat(gone.shape()).isEqualTo(Shape.of(4, 4, 3));
        assertThat(gone.classes()).isZero();
        assertThatThrownBy(() -> gone.load(Split.TRAIN)).hasMessageContaining("there is no folder");
    }
}
