package org.gan4j.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {
    /** FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void of_a_text_and_of_a_file_with_it(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        assertThat(Digest.sha256("abc")).isEqualTo(ABC);
        assertThat(Digest.sha256(file)).isEqualTo(ABC);
    }

    @Test
    void a_class_from_a_folder_has_the_digest_of_its_file() throws IOException {
        Path source = Digest.codeSource(Digest.class).orElseThrow();
        Path file = source.resolve("org/gan4j/digest/Digest.class");
        assertThat(Files.isDirectory(source)).isTrue();
        assertThat(Digest.ofCodeSource(Digest.class)).isEqualTo(Digest.sha256(file));
    }

    @Test
    void a_class_from_a_jar_has_the_digest_of_the_jar() throws IOException {
        Path jar = Digest.codeSource(Test.class).orElseThrow();
        assertThat(Digest.ofCodeSource(Test.class)).isEqualTo(Digest.sha256(jar));
    }

    @Test
    void a_class_of_java_itself_comes_from_no_file() {
        assertThat(Digest.codeSource(String.class)).isEmpty();
    }
}
