package org.gan4j.experiments.library.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.Split;
import org.gan4j.api.data.Table;
import org.gan4j.api.data.Values;
import org.gan4j.digest.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FashionMiniTest {
    private final FashionMini set = new FashionMini();

    @Test
    void splits_hold_80_10_and_10_of_each_class() {
        assertSplit(Split.TRAIN, 80);
        assertSplit(Split.VALIDATION, 10);
        assertSplit(Split.TEST, 10);
    }

    private void assertSplit(Split split, int ofEachClass) {
        Table table = set.load(split);
        assertThat(table.example()).isEqualTo(Shape.of(28, 28)).isEqualTo(set.shape());
        assertThat(table.count()).isEqualTo(10 * ofEachClass);
        int[] labels = table.labels().orElseThrow();
        for (int label = 0; label < 10; label++) {
            int wanted = label;
            assertThat(IntStream.of(labels).filter(one -> one == wanted).count())
                    .isEqualTo(ofEachClass);
        }
    }

    @Test
    void no_image_is_in_two_splits() {
        Set<String> seen = new HashSet<>();
        for (Split split : Split.values()) {
            Table table = set.load(split);
            for (int i = 0; i < table.count(); i++) {
                seen.add(java.util.Arrays.toString(bytes(table.slice(i, i + 1))));
            }
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void digest_is_that_of_the_images(@TempDir Path folder) throws Exception {
        Path plain = folder.resolve("images");
        try (InputStream in =
                new GZIPInputStream(FashionMini.class.getResourceAsStream("fashion-mini-images-idx3-ubyte.gz"))) {
            Files.copy(in, plain);
        }
        assertThat(set.digest()).isEqualTo(Digest.sha256(plain));
    }

    @Test
    void licence_lies_beside_the_images() throws Exception {
        try (InputStream in = FashionMini.class.getResourceAsStream("fashion-mini-LICENSE.txt")) {
            assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("The MIT License", "Zalando SE");
        }
    }

    private static byte[] bytes(Table table) {
        return ((Values.Bytes) table.values()).bytes();
    }
}
