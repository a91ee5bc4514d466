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
import org.gan4j.experiments.library.data.files.Faces.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The file was written by SciPy (savemat, compressed), which shares no code with what reads it: eight images whose pixel in row r
 * and column c is image + 2r + 3c, and folds that use image i in fold f for (i + f) modulo 4.
 */
class FacesTest {
    private static final Path FILE =
            Path.of("src/test/resources/org/gan4j/experiments/library/data/files/TFD_48x48.mat");

    @TempDir
    Path folder;

    @Test
    void images_are_read_by_rows_though_the_file_counts_along_the_first_axis() {
        Table table = Faces.table(FILE, 0, Use.UNLABELLED);

        assertThat(table.example()).isEqualTo(Shape.of(48, 48));
        // Images 0 and 4.
        assertThat(table.count()).isEqualTo(2);
        assertThat(bytes(table)).startsWith(0, 3, 6);
        assertThat(bytes(table)[48]).isEqualTo((byte) 2);
        // Image 4, row 47, column 46: 4 + 94 + 138 = 236.
        assertThat(bytes(table)[2 * 2304 - 2] & 0xff).isEqualTo(236);
        assertThat(table.labels()).isEmpty();
    }

    @Test
    void a_fold_says_what_an_image_is_used_for_and_expressions_count_from_0() {
        // In fold 1 the images 2 and 6 are for testing: (2 + 1) mod 4 = 3. Image i shows expression 1 + i mod 7.
        Table test = Faces.table(FILE, 1, Use.TEST);
        assertThat(bytes(test)[0]).isEqualTo((byte) 2);
        assertThat(test.labels().orElseThrow()).containsExactly(2, 6);
        assertThat(Faces.table(FILE, 1, Use.VALIDATION).labels().orElseThrow()).containsExactly(1, 5);
    }

    @Test
    void what_is_no_such_file_is_refused_in_words() throws IOException {
        Path text = Files.writeString(folder.resolve("TFD_48x48.mat"), "not MATLAB");
        assertThatThrownBy(() -> Faces.check(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("TFD_48x48.mat: not the file of the Toronto Face Database");
        Path other = Path.of("src/test/resources/org/gan4j/experiments/library/data/files/other.mat");
        assertThatThrownBy(() -> Faces.check(other))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("its array \"folds\" has the sizes [8, 4], not [8, 5]");
    }

    private static byte[] bytes(Table table) {
        return ((Values.Bytes) table.values()).bytes();
    }
}
