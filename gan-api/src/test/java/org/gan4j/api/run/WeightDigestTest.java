package org.gan4j.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.gan4j.api.algebra.Shape;
import org.gan4j.api.data.FloatTensor;
import org.gan4j.digest.Digest;
import org.junit.jupiter.api.Test;

class WeightDigestTest {
    private static String digest(Map<String, FloatTensor> weights) {
        return WeightDigest.sha256(new TreeMap<>(weights));
    }

    private static FloatTensor vector(float... values) {
        return new FloatTensor(Shape.of(values.length), values);
    }

    @Test
    void the_identity_is_sha256_over_names_and_little_endian_floats() {
        // 2.0f is 0x40000000, little-endian 00 00 00 40: as a text "a", three NULs and "@".
        assertThat(digest(Map.of("a", vector(2)))).isEqualTo(Digest.sha256("a\0\0\0@"));
    }

    @Test
    void it_depends_on_every_value_and_name() {
        String digest = digest(Map.of("a", vector(1), "b", vector(2)));
        assertThat(digest(Map.of("b", vector(2), "a", vector(1)))).isEqualTo(digest);
        assertThat(digest(Map.of("a", vector(1), "b", vector(Math.nextUp(2f))))).isNotEqualTo(digest);
        assertThat(digest(Map.of("a", vector(1), "c", vector(2)))).isNotEqualTo(digest);
    }
}
